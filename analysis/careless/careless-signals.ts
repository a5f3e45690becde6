/**
 * What may speak of careless or copied answers; bit k of a firm's signals is the k-th. Each by
 * itself is common among honest firms.
 */
export const CARELESS_SIGNALS = [
  'long-run',
  'low-spread',
  'far-from-others',
  'uneven-halves',
  'near-duplicate',
  'fast',
] as const

/** One of the signals that speak of careless answers. */
export type CarelessSignal = (typeof CARELESS_SIGNALS)[number]

/**
 * Adds a signal to the firms for which it holds.
 *
 * Unit: none. Cost: O(firms).
 *
 * @example
 * const signals = new Uint8Array(2)
 * markSignal(signals, 'low-spread', (firm) => firm === 1)
 * signals // => [0, 2]
 */
export function markSignal(
  signals: Uint8Array,
  signal: CarelessSignal,
  holds: (firm: number) => boolean,
): void {
  const bit = 1 << CARELESS_SIGNALS.indexOf(signal)
  for (let firm = 0; firm < signals.length; firm++) {
    if (holds(firm)) signals[firm] = (signals[firm] ?? 0) | bit
  }
}

/**
 * How many signals a firm has.
 *
 * Unit: signals. Cost: constant.
 *
 * @example
 * signalCount(0b101) // => 2
 */
export function signalCount(signals: number): number {
  let count = 0
  for (let rest = signals; rest > 0; rest >>= 1) count += rest & 1
  return count
}

/**
 * Firms by signal.
 *
 * Unit: firms. Cost: O(firms · signals).
 *
 * @example
 * firmsBySignal(Uint8Array.of(1, 3))['long-run'] // => 2
 */
export function firmsBySignal(signals: Uint8Array): Readonly<Record<CarelessSignal, number>> {
  const firms = (signal: CarelessSignal): number => {
    const bit = 1 << CARELESS_SIGNALS.indexOf(signal)
    return signals.reduce((count, own) => count + Number((own & bit) > 0), 0)
  }
  return {
    'long-run': firms('long-run'),
    'low-spread': firms('low-spread'),
    'far-from-others': firms('far-from-others'),
    'uneven-halves': firms('uneven-halves'),
    'near-duplicate': firms('near-duplicate'),
    fast: firms('fast'),
  }
}
