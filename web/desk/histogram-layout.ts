import type { ItemDistribution } from '../../analysis/estimation.ts'

export type Spread = NonNullable<Extract<ItemDistribution, { numbers: unknown }>['numbers']>

/** A histogram in percent of its width and height, with the places of its numbers. */
export interface HistogramLayout {
  readonly bars: readonly { readonly x: number; readonly width: number; readonly height: number }[]
  readonly labels: readonly { readonly x: number; readonly value: number }[]
  readonly middleHalf: { readonly x: number; readonly width: number }
  readonly median: number
}

const MOST_LABELS = 7

/**
 * Bars stand on the numbers they count, as much area as firms, because bars differ in width; the axis is
 * labelled at bins' edges, at most seven times.
 */
export function histogramLayout({ bins, lowerQuartile, median, upperQuartile }: Spread): HistogramLayout {
  const from = bins[0]?.from ?? 0
  const to = bins.at(-1)?.to ?? from + 1
  const place = (value: number) => ((value - from) / (to - from)) * 100
  const densities = bins.map((bin) => bin.count / (bin.to - bin.from))
  const highest = Math.max(...densities) || 1
  const every = Math.ceil(bins.length / MOST_LABELS)
  return {
    bars: bins.map((bin, index) => ({
      x: place(bin.from),
      width: place(bin.to) - place(bin.from),
      height: ((densities[index] ?? 0) / highest) * 100,
    })),
    labels: bins
      .filter((_, index) => index % every === 0)
      .map((bin) => ({ x: place(bin.from), value: bin.from })),
    middleHalf: { x: place(lowerQuartile), width: place(upperQuartile) - place(lowerQuartile) },
    median: place(median),
  }
}
