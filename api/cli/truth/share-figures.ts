import { z } from 'zod'
import { shareInterval } from '../../../analysis/estimators/share-interval.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { estimateAndError } from './statistics-tree.ts'
import { surveyedBy } from './surveyed.ts'
import { valuesOf, Variable } from './variables.ts'

const Options = z.object({
  design: DesignChoice.optional(),
  variable: Variable,
  confidence: z.number().default(0.95),
  method: z.enum(['xlogit', 'beta', 'asin', 'mean']),
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
      const [lo, hi] = shareInterval(method, shareWithError, confidence)
      return boundsOnly ? [lo, hi] : { ...estimateAndError(share, surveyed), lo, hi }
    },
  ),
}
