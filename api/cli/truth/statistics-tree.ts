import { criticalValue } from '../../../analysis/estimators/share-interval.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { Figure, type FigureTree } from './figure-tree.ts'
import type { Surveyed } from './surveyed.ts'

/** An estimate with the name that the truth has for it. */
export interface NamedEstimate {
  readonly name: string
  readonly estimate: EstimateWithInfluence
}

/** Estimates, their errors, covariances and intervals, as `stat` in R wrote them. */
export function statisticsTree(
  estimates: readonly NamedEstimate[],
  surveyed: Pick<Surveyed, 'errorOf' | 'covarianceOf'>,
  { confidence, degreesOfFreedom }: { confidence: number; degreesOfFreedom: number },
): FigureTree {
  const names = estimates.map(({ name }) => name)
  const errors = estimates.map(({ estimate }) => surveyed.errorOf(estimate))
  const byName = (figures: readonly FigureTree[]): FigureTree =>
    Object.fromEntries(figures.map((figure, place) => [names[place] ?? '', figure]))
  return {
    est: byName(estimates.map(({ estimate }) => estimate.value)),
    se: byName(errors.map((error, place) => new Figure(error, estimates[place]?.estimate.value ?? 0))),
    vcov: covarianceTree(estimates, surveyed),
    ci95: {
      rows: names,
      data: estimates.map(({ estimate }, place) =>
        boundsOf(estimate.value, errors[place] ?? 0, { confidence, degreesOfFreedom }),
      ),
    },
    df: degreesOfFreedom,
  }
}

/** An error this small beside its estimate is rounding: the estimate does not vary. */
const VANISHING = 1e-10

/**
 * The covariances of estimates, each measured against the product of the two errors. Where an
 * error vanishes (calibration fixes the estimate) so do its covariances, up to rounding that has
 * the size of the estimate: they are measured against that.
 */
export function covarianceTree(
  estimates: readonly NamedEstimate[],
  { errorOf, covarianceOf }: Pick<Surveyed, 'errorOf' | 'covarianceOf'>,
): FigureTree {
  const names = estimates.map(({ name }) => name)
  const scales = estimates.map(({ estimate }) => {
    const error = errorOf(estimate)
    return error > VANISHING * Math.abs(estimate.value) ? error : estimate.value
  })
  return {
    rows: names,
    cols: names,
    data: estimates.map((row, i) =>
      estimates.map(
        (column, j) =>
          new Figure(covarianceOf(row.estimate, column.estimate), (scales[i] ?? 0) * (scales[j] ?? 0)),
      ),
    ),
  }
}

/** Estimate and error, the error measured against the estimate. */
export function estimateAndError(
  estimate: EstimateWithInfluence,
  { errorOf }: Pick<Surveyed, 'errorOf'>,
): { readonly est: number; readonly se: Figure } {
  return { est: estimate.value, se: new Figure(errorOf(estimate), estimate.value) }
}

function boundsOf(
  value: number,
  error: number,
  { confidence, degreesOfFreedom }: { confidence: number; degreesOfFreedom: number },
): readonly [number, number] {
  const half = degreesOfFreedom > 0 ? error * criticalValue(confidence, degreesOfFreedom) : Number.NaN
  return [value - half, value + half]
}
