import { z } from 'zod'
import { weightedTotal } from '../../../analysis/estimators/weighted-total.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { figureMaker } from './figure-maker.ts'
import { estimateAndError } from './statistics-tree.ts'
import { surveyedAs } from './surveyed.ts'
import { DesignForm } from './truth-folder.ts'
import { valuesOf } from './variables.ts'

/** R's word for every way to take a stratum with a single unit. */
const LONELY_UNITS = {
  remove: 'certainty',
  certainty: 'certainty',
  adjust: 'adjust',
  average: 'average',
} as const

const Options = z.object({
  as: DesignForm,
  option: z.enum(['remove', 'certainty', 'adjust', 'average']),
  meanOf: z.string(),
  totalOf: z.string(),
})

/** A mean and a total where strata have single units, by how those are taken. */
export const lonelyMakers = {
  'lonely-units': figureMaker(Options, ({ as, option, meanOf, totalOf }, { folder }) => {
    const surveyed = surveyedAs(as, folder, { lonelyUnits: LONELY_UNITS[option] })
    const [mean, total] = [meanOf, totalOf].map(
      (variable) => valuesOf(surveyed.table, [variable])[0]?.values ?? new Float64Array(),
    )
    const { est, se } = estimateAndError(weightedMean(mean ?? new Float64Array(), surveyed.weights), surveyed)
    const ofTotal = weightedTotal(total ?? new Float64Array(), surveyed.weights)
    return { mean: est, se, setotal: estimateAndError(ofTotal, surveyed).se }
  }),
}
