import { normalQuantile } from '../../../analysis/distributions/normal.ts'
import { tQuantile } from '../../../analysis/distributions/student-t.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { Figure, type FigureTree } from './figure-tree.ts'
import type { Surveyed } from './surveyed.ts'

/** An estimate with the name that the truth has for it. */
export interface NamedEstimate {
  readonly name: string
  readonly estimate: EstimateWithInfluence
}

/** An error this small beside its estimate is rounding of it: it is measured as the estimate is. */
const VANISHING = 1e-10

/** Estimates, their errors, covariances and intervals, as `stat` in R wrote them. */
export function statisticsTree(
  estimates: readonly NamedEstimate[],
  { errorOf, covarianceOf }: Pick<Surveyed, 'errorOf' | 'covarianceOf'>,
  { confidence, degreesOfFreedom }: { confidence: number; degreesOfFreedom: number },
): FigureTree {
  const names = estimates.map(({ name }) => name)
  const errors = estimates.map(({ estimate }) => errorOf(estimate))
  const scales = estimates.map(({ estimate: { value } }, place) => {
    const error = errors[place] ?? 0
    return error > VANISHING * Math.abs(value) ? error : value
  })
  const byName = (figures: readonly FigureTree[]): FigureTree =>
    Object.fromEntries(figures.map((figure, place) => [names[place] ?? '', figure]))
  return {
    est: byName(estimates.map(({ estimate }) => estimate.value)),
    se: byName(errors.map((error, place) => new Figure(error, estimates[place]?.estimate.value ?? 0))),
    vcov: {
      rows: names,
      cols: names,
      data: estimates.map((row, i) =>
        estimates.map(
          (column, j) =>
            new Figure(covarianceOf(row.estimate, column.estimate), (scales[i] ?? 0) * (scales[j] ?? 0)),
        ),
      ),
    },
    ci95: {
      rows: names,
      data: estimates.map(({ estimate }, place) =>
        boundsOf(estimate.value, errors[place] ?? 0, { confidence, degreesOfFreedom }),
      ),
    },
    df: degreesOfFreedom,
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
  const half = error * criticalValue(confidence, degreesOfFreedom)
  return [value - half, value + half]
}

function criticalValue(confidence: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) return Number.NaN
  const probability = (1 + confidence) / 2
  return Number.isFinite(degreesOfFreedom)
    ? tQuantile(probability, degreesOfFreedom)
    : normalQuantile(probability)
}
