import { z } from 'zod'
import { weightedRatio } from '../../../analysis/estimators/weighted-ratio.ts'
import { replicateVariance } from '../../../analysis/replicates/replicate-variance.ts'
import { figureMaker, inForm } from './figure-maker.ts'
import { Figure, GIVEN } from './figure-tree.ts'
import { estimateAndError } from './statistics-tree.ts'
import { surveyedAs } from './surveyed.ts'
import { DesignForm } from './truth-folder.ts'
import { valuesOf } from './variables.ts'

const Options = z.object({
  as: DesignForm,
  numerator: z.string(),
  denominator: z.string(),
  /** The part of its weight that Fay's method leaves to a unit that is not in the half-sample. */
  fay: z.number(),
})

/** Weights of every firm in every half-sample, which stand among the figures. */
const HalfSamples = z.object({ repw_brr: z.object({ data: z.array(z.array(z.number())) }) })

/** A ratio with its errors by linearisation and by balanced half-samples. */
export const halfSampleMakers = {
  'half-samples': figureMaker(Options, ({ as, numerator, denominator, fay }, { folder, truth }) => {
    const surveyed = surveyedAs(as, folder)
    const rows = inForm(HalfSamples, truth).repw_brr.data
    const [above, below] = valuesOf(surveyed.table, [numerator, denominator])
    const none = new Float64Array()
    const columns = { numerator: above?.values ?? none, denominator: below?.values ?? none }
    const ratio = weightedRatio(columns, surveyed.weights)
    const count = rows[0]?.length ?? 0
    const errorWith = (part: number): Figure => {
      const replicates = Float64Array.from({ length: count }, (_none, r) => {
        const weights = surveyed.weights.map(
          (weight, row) => part * weight + (1 - part) * (rows[row]?.[r] ?? 0),
        )
        return weightedRatio(columns, weights).value
      })
      const scale = 1 / (count * (1 - part) ** 2)
      const variance = replicateVariance({ estimate: ratio.value, replicates }, { scale, centre: 'mean' })
      return new Figure(Math.sqrt(variance), ratio.value)
    }
    return {
      ratio_taylor: estimateAndError(ratio, surveyed),
      ratio_brr: { est: ratio.value, se: errorWith(0) },
      ratio_fay: { se: errorWith(fay) },
      repw_brr: GIVEN,
    }
  }),
}
