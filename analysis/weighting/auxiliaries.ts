import { sumOf } from '../compensated-sum.ts'
import { checkTotals, type CountMargin } from './count-margin.ts'

/** A variable known for every firm of the sample, whose population total is known too. */
export interface Auxiliary {
  readonly name: string
  readonly values: Float64Array
  readonly total: number
}

/**
 * The auxiliary variables that margins stand for: a one, whose total is the population, and the
 * indicator of every level but the first of each margin.
 *
 * Unit: firms. Cost: O(firms · levels).
 *
 * @throws {AnalysisError} `margin-totals-differ`
 * @see Deville & Särndal (1992), JASA 87, §1; R's model.matrix with treatment contrasts
 * @example
 * const counts = { small: 900, large: 100 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['large', 'small'] })
 * auxiliariesOf([margin]).map(({ total }) => total) // => [1000, 100]
 */
export function auxiliariesOf(margins: readonly [CountMargin, ...CountMargin[]]): readonly Auxiliary[] {
  checkTotals(margins)
  const [{ counts, levelOf }] = margins
  const one = { name: 'firms', values: new Float64Array(levelOf.length).fill(1), total: sumOf(counts) }
  return [one, ...margins.flatMap(indicatorsOf)]
}

function indicatorsOf(margin: CountMargin): readonly Auxiliary[] {
  return margin.levels.slice(1).map((level, place) => ({
    name: `${margin.name} ${level}`,
    values: Float64Array.from(margin.levelOf, (own) => Number(own === place + 1)),
    total: margin.counts[place + 1] ?? 0,
  }))
}
