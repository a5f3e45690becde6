import { sumOf } from '../../../analysis/compensated-sum.ts'
import { tQuantile } from '../../../analysis/distributions/student-t.ts'
import { normalCdf } from '../../../analysis/distributions/normal.ts'
import { expit } from '../../../analysis/estimators/expit.ts'
import { shareDeviance } from '../../../analysis/estimators/likelihood-share-interval.ts'
import { criticalValue, type ShareWithError } from '../../../analysis/estimators/share-interval.ts'
import { InterpolatingSpline } from './interpolating-spline.ts'

/** Steps that R takes to each side, at most, and in how many it wants to be there. */
const MOST_STEPS = 9
const WANTED_STEPS = 5

/** The constant of a logistic regression, with the p (1 − p) of the last step that R took. */
interface RegressionConstant {
  readonly value: number
  readonly standardError: number
  readonly lastSpread: number
}

/**
 * R's "likelihood" interval of a share. R knows the likelihood at a few logits only, draws a
 * spline through them and reads its bounds off straight lines between points of that spline: the
 * exact bounds of `likelihoodShareInterval` lie some 1e-6 beside.
 */
export function profileInterval(
  share: ShareWithError,
  constant: RegressionConstant,
  confidence: number,
): readonly [number, number] {
  const { degreesOfFreedom, firms } = share
  const effect = constant.standardError ** 2 * firms * constant.lastSpread
  const cutoff = criticalValue(confidence, degreesOfFreedom) * Math.sqrt(effect)
  const farthest = tQuantile(1 - normalCdf(-cutoff) / 4, firms - 1)
  const dispersion = firms / (firms - 1)
  const origin = shareDeviance(share, constant.value)
  const points = [{ logit: constant.value, z: 0 }]
  for (const side of [-1, 1]) {
    let z = 0
    for (let step = 1; step <= MOST_STEPS && Math.abs(z) < farthest; step++) {
      const logit = constant.value + (side * step * farthest * constant.standardError) / WANTED_STEPS
      z = side * Math.sqrt(Math.max(0, (shareDeviance(share, logit) - origin) / dispersion))
      points.push({ logit, z })
    }
  }
  const inOrder = points.toSorted((a, b) => a.z - b.z)
  const curve = curveThrough(inOrder)
  return [expit(logitAt(curve, -cutoff)), expit(logitAt(curve, cutoff))]
}

/** The weighted mean of p (1 − p) that R's last step towards a share started from. */
export function lastSpreadOf(response: Float64Array, weights: Float64Array, stop: number): number {
  const total = sumOf(weights)
  const relative = weights.map((weight) => (weight / total) * weights.length)
  const mean = (terms: Float64Array): number =>
    sumOf(terms.map((term, row) => term * (relative[row] ?? 0))) / weights.length
  const share = mean(response)
  let shares = response.map((y, row) => ((relative[row] ?? 0) * y + 0.5) / ((relative[row] ?? 0) + 1))
  let deviance = Number.POSITIVE_INFINITY
  for (;;) {
    const spread = mean(shares.map((p) => p * (1 - p)))
    const logit =
      mean(shares.map((p, row) => p * (1 - p) * Math.log(p / (1 - p)) + (response[row] ?? 0) - p)) / spread
    const rest = shareDeviance({ share, firms: weights.length }, logit)
    // The deviance of the rows themselves is that of the share and what the share cannot say.
    const own = rest - 2 * weights.length * (share * Math.log(share) + (1 - share) * Math.log(1 - share))
    if (!(Math.abs(own - deviance) >= stop * (own + 0.1))) return spread
    deviance = own
    shares = shares.map(() => expit(logit))
  }
}

interface ProfilePoint {
  readonly logit: number
  readonly z: number
}

/** Points of the spline at three times as many equal steps. */
function curveThrough(points: readonly ProfilePoint[]): readonly ProfilePoint[] {
  const spline = new InterpolatingSpline(
    points.map(({ logit }) => logit),
    points.map(({ z }) => z),
  )
  const [first = 0, last = 0] = [points[0]?.logit, points.at(-1)?.logit]
  const steps = 3 * points.length - 1
  return Array.from({ length: steps + 1 }, (_none, step) => {
    const logit = first + (step * (last - first)) / steps
    return { logit, z: spline.at(logit) }
  })
}

/** The logit at a height, on the straight line between two points of the curve. */
function logitAt(curve: readonly ProfilePoint[], z: number): number {
  const next = curve.findIndex((point) => point.z >= z)
  const [low, high] = [curve[next - 1], curve[next]]
  if (!low || !high) return Number.NaN
  return low.logit + ((high.logit - low.logit) * (z - low.z)) / (high.z - low.z)
}
