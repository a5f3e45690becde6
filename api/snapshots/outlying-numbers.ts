import type { ItemDistribution } from '../../analysis/estimation.ts'
import { mergedBins } from '../../analysis/trust/merged-bins.ts'
import { FEWEST_FIRMS } from '../../analysis/trust/too-few.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** The items answered with any number, not with one of five points. */
export function numberItems({ sections }: Questionnaire): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ items }) =>
      items.filter(({ kind }) => kind === 'integer' || kind === 'decimal').map(({ code }) => code),
    ),
  )
}

/**
 * A distribution of numbers in which no single firm can be seen: bars stand for five firms or more,
 * and the outermost begin and end where five have been passed, so that the least and the greatest
 * number of all stay unknown. The first bar then holds all up to its end, the last all from its start,
 * and quartiles that fewer than five firms lie beyond stop there too.
 */
export function withoutOutliers(distribution: ItemDistribution): ItemDistribution {
  if ('options' in distribution || distribution.numbers === null) return distribution
  const { numbers } = distribution
  const inner = innerBins(numbers.bins)
  const bins = mergedBins(inner)
  const [first] = inner
  const last = inner.at(-1)
  if (!first || !last) return { ...distribution, numbers: null, withheld: true }
  const within = (number: number): number => Math.min(Math.max(number, first.from), last.to)
  const { min, lowerQuartile, median, upperQuartile, max } = numbers
  return {
    ...distribution,
    numbers: {
      min: within(min),
      lowerQuartile: within(lowerQuartile),
      median: within(median),
      upperQuartile: within(upperQuartile),
      max: within(max),
      bins,
    },
  }
}

type Bins = NonNullable<Extract<ItemDistribution, { numbers: unknown }>['numbers']>['bins']

/** The bins between which five firms lie on either side, with those beyond counted in. */
function innerBins(bins: Bins): Bins {
  const low = placeOfFifth(bins)
  const high = bins.length - 1 - placeOfFifth(bins.toReversed())
  if (low < 0 || high >= bins.length) return []
  if (low >= high) return mergedBins(bins)
  const sum = (part: Bins): number => part.reduce((all, { count }) => all + count, 0)
  return bins.slice(low, high + 1).map((bin, place, inner) => {
    if (place === 0) return { ...bin, count: sum(bins.slice(0, low + 1)) }
    return place === inner.length - 1 ? { ...bin, count: sum(bins.slice(high)) } : bin
  })
}

function placeOfFifth(bins: Bins): number {
  let firms = 0
  return bins.findIndex(({ count }) => {
    firms += count
    return firms >= FEWEST_FIRMS
  })
}
