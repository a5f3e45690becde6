import { AnalysisError } from '../analysis-error.ts'
import { kishDesignEffect } from '../weighting/kish-design-effect.ts'
import { alphaIfDropped, alphaOf, cronbachAlpha, standardisedAlpha } from './cronbach-alpha.ts'
import {
  completeOnly,
  type ItemCovariance,
  itemCorrelation,
  itemCovariance,
  keyed,
} from './item-covariance.ts'
import { directionSigns, type ItemDirection, itemDirections } from './item-direction.ts'
import { type ItemTotal, itemTotals } from './item-total.ts'
import { minimumResidualFactor } from './minimum-residual-factor.ts'
import { omegaOf } from './omega.ts'

/** How well the items of a block measure one thing, over the firms that answered them all. */
export interface BlockReliability {
  readonly firms: number
  /** As the items are keyed. */
  readonly alpha: number
  /** What each firm did to `alpha`, for its standard error. */
  readonly influence: Float64Array
  /** With items that go against the others turned round. */
  readonly keyedAlpha: number
  readonly standardisedAlpha: number
  /** From one factor by least squares, items turned one way; null where there is none. */
  readonly omega: number | null
  /** In the order of the items; the last two with items turned one way. */
  readonly items: readonly (ItemDirection & ItemTotal & { readonly alphaIfDropped: number })[]
}

/** With fewer, correlations are noise. */
const FEWEST_FIRMS = 10

/**
 * Reliability and direction of the items of a scale; undefined below 3 items that vary or below 10
 * firms that answered them all. Items whose direction is `reversed` are named, not turned: whether
 * the definition or the wording is wrong is for people to say.
 *
 * Unit: none. Cost: O(firms · items² + items⁴).
 *
 * @see Cronbach (1951); McDonald (1999); R psych::alpha
 * @example
 * const answers = Float64Array.from({ length: 12 }, (_none, firm) => firm % 4)
 * const against = answers.map((answer) => 3 - answer)
 * blockReliability([answers, answers, against], new Float64Array(12).fill(1)).keyedAlpha // => 1
 */
export function blockReliability(
  items: readonly Float64Array[],
  weights: Float64Array,
): BlockReliability | undefined {
  const complete = completeOnly(items)
  const counted = weights.filter(
    (weight, firm) => weight > 0 && !Number.isNaN(complete[0]?.[firm] ?? Number.NaN),
  )
  const covariance = itemCovariance(complete, weights)
  const varies = items.every((_item, place) => (covariance.matrix[place * (items.length + 1)] ?? 0) > 0)
  if (items.length < 3 || counted.length < FEWEST_FIRMS || !varies) return undefined
  const turned = keyed(covariance, directionSigns(covariance))
  const directions = itemDirections(covariance, { firms: counted.length / kishDesignEffect(counted) })
  const totals = itemTotals(turned)
  const dropped = alphaIfDropped(turned)
  const { value: alpha, influence } = cronbachAlpha(items, weights)
  return {
    firms: counted.length,
    alpha,
    influence,
    keyedAlpha: alphaOf(turned),
    standardisedAlpha: standardisedAlpha(turned),
    omega: omegaOrNull(turned),
    items: directions.flatMap((direction, place) => {
      const total = totals[place]
      return total ? [{ ...direction, ...total, alphaIfDropped: dropped[place] ?? Number.NaN }] : []
    }),
  }
}

/** Least squares settle where likelihood does not: items that repeat each other. */
function omegaOrNull(covariance: ItemCovariance): number | null {
  try {
    const factor = minimumResidualFactor(itemCorrelation(covariance))
    const isProper = factor.uniquenesses.every((own) => own > -1e-9)
    return isProper ? omegaOf(factor) : null
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'factor-not-found') return null
    throw error
  }
}
