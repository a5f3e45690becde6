/** Figures and dates as Vietnamese offices write them: 7,70; 6,9–7,5; 62%; 05/12/2024. */

const formats = new Map<number, Intl.NumberFormat>()

/** A number with a decimal comma and exactly `decimals` decimals. */
export function decimalText(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat('vi-VN', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    })
  formats.set(decimals, format)
  return format.format(value)
}

/** A score on 1-10, as PCI publishes it. */
export function scoreText(score: number): string {
  return decimalText(score, 2)
}

/**
 * Both ends of an interval, joined by an en dash. Its formula knows no ends of the scale; a
 * reader does, so it is cut there.
 *
 * @example
 * intervalText(7.72, 10.2) // => '7,7–10,0'
 */
export function intervalText(
  lower: number,
  upper: number,
  scale: readonly [number, number] = [1, 10],
): string {
  const [least, most] = scale
  const cut = (end: number) => decimalText(Math.min(most, Math.max(least, end)), 1)
  return `${cut(lower)}–${cut(upper)}`
}

/** A share of 0-1 as a percentage. */
export function percentText(share: number, decimals = 0): string {
  return `${decimalText(share * 100, decimals)}%`
}

/** A probability as a percentage that never claims certainty. */
export function probabilityText(probability: number): string {
  if (probability > 0.99) return 'trên 99%'
  if (probability < 0.01) return 'dưới 1%'
  return percentText(probability)
}

/** How many: 1.234. */
export function countText(count: number): string {
  return decimalText(count, 0)
}

/** A change with its sign: +0,49 or −0,12. */
export function changeText(change: number): string {
  const text = scoreText(Math.abs(change))
  if (text === '0,00') return text
  return `${change < 0 ? '−' : '+'}${text}`
}

/** A figure as `write` writes it, a dash where there is none. */
export function figureText(figure: number | null | undefined, write: (figure: number) => string): string {
  return figure === null || figure === undefined ? '–' : write(figure)
}

/**
 * The day of an ISO date, without looking at any clock or time zone.
 *
 * @example
 * dateText('2024-12-05') // => '05/12/2024'
 */
export function dateText(isoDate: string): string {
  return isoDate.slice(0, 10).split('-').toReversed().join('/')
}
