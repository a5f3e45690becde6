import { z } from 'zod'
import {
  criticalValue,
  shareInterval,
  type ShareWithError,
} from '../../../analysis/estimators/share-interval.ts'
import { expit } from '../../../analysis/estimators/expit.ts'
import { logisticRegression } from '../../../analysis/estimators/logistic-regression.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { lastSpreadOf, profileInterval } from './profile-interval.ts'
import { R_STOP } from './regression-figures.ts'
import { estimateAndError } from './statistics-tree.ts'
import { type Surveyed, surveyedBy } from './surveyed.ts'
import { valuesOf, Variable } from './variables.ts'

const Options = z.object({
  design: DesignChoice.optional(),
  variable: Variable,
  confidence: z.number().default(0.95),
  method: z.enum(['logit', 'likelihood', 'xlogit', 'beta', 'asin', 'mean']),
  /** The bounds alone instead of estimate, error and bounds. */
  boundsOnly: z.boolean().default(false),
})

/** Shares with their intervals. */
export const shareMakers = {
  'share-interval': figureMaker(
    Options,
    ({ design, variable, confidence, method, boundsOnly }, { folder }) => {
      const surveyed = surveyedBy(design, folder)
      const values = valuesOf(surveyed.table, [variable])[0]?.values ?? new Float64Array()
      const share = weightedMean(values, surveyed.weights)
      const shareWithError = {
        share: share.value,
        standardError: surveyed.errorOf(share),
        degreesOfFreedom: surveyed.degreesOfFreedom,
        firms: surveyed.table.rows,
      }
      const [est, lo, hi] =
        method === 'logit' || method === 'likelihood'
          ? byRegression({ ...shareWithError, values, method }, surveyed, confidence)
          : [share.value, ...shareInterval(method, shareWithError, confidence)]
      return boundsOnly ? [lo, hi] : { ...estimateAndError(share, surveyed), est, lo, hi }
    },
  ),
}

/** R's "logit" and "likelihood": share and interval of a logistic regression's constant, which ends a little early. */
function byRegression(
  share: ShareWithError & { values: Float64Array; method: 'logit' | 'likelihood' },
  { weights, errorOf }: Surveyed,
  confidence: number,
): readonly [number, number, number] {
  const { values: response, degreesOfFreedom } = share
  const columns = [response.map(() => 1)]
  const [constant] = logisticRegression({ columns, response, weights }, R_STOP)
  if (!constant || !(degreesOfFreedom > 0)) return [Number.NaN, Number.NaN, Number.NaN]
  const { value } = constant
  const standardError = errorOf(constant)
  if (share.method === 'likelihood') {
    const lastSpread = lastSpreadOf(response, weights, R_STOP)
    return [expit(value), ...profileInterval(share, { value, standardError, lastSpread }, confidence)]
  }
  const half = criticalValue(confidence, degreesOfFreedom) * standardError
  return [expit(value), expit(value - half), expit(value + half)]
}
