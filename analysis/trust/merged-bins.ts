import { FEWEST_FIRMS } from './too-few.ts'

/** Numbers from `from` up to, not with, `to`. */
export interface CountedBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Neighbouring bins put together until each has at least so many firms, so that no bar of a histogram
 * stands for one that could be made out. What is left at the
 * end joins the last bin; where all together are too few there are none.
 *
 * Unit: firms. Cost: O(bins).
 *
 * @see Hundepool et al. (2012), Statistical Disclosure Control, §4.4 (recoding)
 * @example
 * mergedBins([{ from: 0, to: 1, count: 4 }, { from: 1, to: 2, count: 7 }, { from: 2, to: 3, count: 1 }]) // => [{ from: 0, to: 3, count: 12 }]
 */
export function mergedBins(
  bins: readonly CountedBin[],
  fewest: number = FEWEST_FIRMS,
): readonly CountedBin[] {
  const merged: CountedBin[] = []
  let open: CountedBin | undefined
  for (const bin of bins) {
    open = open ? { ...open, to: bin.to, count: open.count + bin.count } : bin
    if (open.count < fewest) continue
    merged.push(open)
    open = undefined
  }
  const last = merged.pop()
  if (!last) return []
  return [...merged, open ? { ...last, to: open.to, count: last.count + open.count } : last]
}
