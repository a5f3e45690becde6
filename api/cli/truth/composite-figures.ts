import { z } from 'zod'
import { normalCdf } from '../../../analysis/distributions/normal.ts'
import { tCdf } from '../../../analysis/distributions/student-t.ts'
import { geometricMean } from '../../../analysis/estimators/geometric-mean.ts'
import { linearContrast } from '../../../analysis/estimators/linear-contrast.ts'
import { normalise } from '../../../analysis/normalise.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure, GIVEN } from './figure-tree.ts'
import { estimateAndError } from './statistics-tree.ts'
import { type Surveyed, surveyedBy } from './surveyed.ts'
import { valuesOf } from './variables.ts'

const Score = z.object({
  variable: z.string(),
  weight: z.number(),
  min: z.number(),
  max: z.number(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
})
const Composite = z.object({ design: DesignChoice, scores: z.array(Score) })

/** Scores on 1-10 of means, and what is put together from them. */
export const compositeMakers = {
  scores: figureMaker(Composite, ({ design, scores }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    return Object.fromEntries(scores.map((score) => [score.variable, scoreOf(surveyed, score).value]))
  }),

  'arithmetic-composite': figureMaker(Composite, ({ design, scores }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    return estimateAndError(arithmetic(surveyed, scores), surveyed)
  }),

  'geometric-composite': figureMaker(Composite, ({ design, scores }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const terms = scores.map((score) => ({ estimate: scoreOf(surveyed, score), weight: score.weight }))
    return estimateAndError(geometricMean(terms), surveyed)
  }),

  'composite-with-hard-data': figureMaker(
    Composite.extend({ hard: z.number(), hardWeight: z.number(), target: z.number() }),
    ({ design, scores, hard, hardWeight, target }, { folder }) => {
      const surveyed = surveyedBy(design, folder)
      const survey = linearContrast([{ estimate: arithmetic(surveyed, scores), coefficient: 1 - hardWeight }])
      const est = survey.value + hardWeight * hard
      const se = surveyed.errorOf(survey)
      const distance = (est - target) / se
      return {
        h: GIVEN,
        w: GIVEN,
        target: GIVEN,
        est,
        se: new Figure(se, est),
        pTarget: normalCdf(distance),
        pTarget_t: tCdf(distance, surveyed.degreesOfFreedom),
      }
    },
  ),
}

function arithmetic(surveyed: Surveyed, scores: readonly z.infer<typeof Score>[]): EstimateWithInfluence {
  return linearContrast(
    scores.map((score) => ({ estimate: scoreOf(surveyed, score), coefficient: score.weight })),
  )
}

function scoreOf(
  { table, weights }: Surveyed,
  { variable, min, max, direction }: z.infer<typeof Score>,
): EstimateWithInfluence {
  const mean = weightedMean(valuesOf(table, [variable])[0]?.values ?? new Float64Array(), weights)
  const { score, slope } = normalise({ direction, anchor: { min, max, basis: 'given' } }, mean.value)
  return { ...mean, value: score, influence: mean.influence.map((u) => slope * u) }
}
