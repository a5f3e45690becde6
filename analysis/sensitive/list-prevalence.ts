import { sharesOf } from '../estimators/logistic-least-squares.ts'
import { columnSums } from '../estimators/weighted-least-squares.ts'
import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { blankAsZero, type ListCovariates } from './list-experiment.ts'
import type { ListModel } from './list-two-step.ts'

/**
 * Share of firms of which the sensitive statement is true, by a model of it: the mean of what
 * every firm's covariates say,
 *
 *     π̂ = Σ w expit(xᵀδ̂) / Σ w,   uᵢ = wᵢ (gᵢ − π̂)/Σw + (∂π̂/∂δ)ᵀ u_δ
 *
 * More exact than the difference of the lists where covariates tell much; never below 0.
 * Unit: a share. Cost: O(firms · columns).
 *
 * @see Blair & Imai (2012), §3.2; R list::predict.ictreg
 * @example
 * const counts = Float64Array.of(1, 2, 0, 1, 2, 2, 1, 2)
 * const treated = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)
 * const covariates = { columns: [new Float64Array(8).fill(1)], weights: new Float64Array(8).fill(1) }
 * const model = listTwoStep({ counts, treated, statements: 2 }, covariates)
 * listPrevalence(model, covariates).value // ≈ 0.750000
 */
export function listPrevalence(
  { sensitive }: Pick<ListModel, 'sensitive'>,
  { columns, weights }: ListCovariates,
): EstimateWithInfluence {
  const isKnown = weights.map((_w, firm) =>
    Number(columns.every((column) => !Number.isNaN(column[firm] ?? Number.NaN))),
  )
  const known = columns.map(blankAsZero)
  const slopes = sensitive.map(({ value }) => value)
  const shares = sharesOf(known, slopes).map((share, firm) => (isKnown[firm] === 1 ? share : Number.NaN))
  const mean = weightedMean(shares, weights)
  const total = weights.reduce((sum, weight, firm) => sum + weight * (isKnown[firm] ?? 0), 0)
  const gradient = columnSums(
    known,
    shares.map((share, firm) =>
      Number.isNaN(share) ? 0 : ((weights[firm] ?? 0) * share * (1 - share)) / total,
    ),
  )
  const influence = mean.influence.map((u, firm) =>
    sensitive.reduce((sum, slope, place) => sum + (gradient[place] ?? 0) * (slope.influence[firm] ?? 0), u),
  )
  return { ...mean, influence }
}
