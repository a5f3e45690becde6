import { estimate, type EstimationInput } from '../../analysis/estimate-sample.ts'
import type { Estimation } from '../../analysis/estimation.ts'
import { sampleOf } from '../../analysis/sample.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import { TINY_PLAN } from '../support/definitions.ts'
import { FIRMS, TINY, TINY_EDITION } from './tiny-survey.ts'

export const PLAN = Plan.parse({
  ...TINY_PLAN,
  targets: TINY_PLAN.targets.map((target, i) => ({ ...target, subIndex: i === 0 ? 'first' : 'second' })),
})

const INPUT: EstimationInput = {
  edition: TINY_EDITION,
  questionnaire: TINY,
  sample: sampleOf(TINY, FIRMS),
  scaleLink: 'edition',
}
export const run = (input: Partial<EstimationInput> = {}): Estimation => estimate({ ...INPUT, ...input })
export const indicatorOf = (estimation: Estimation, code: string) => {
  const found = estimation.indicators.find((indicator) => indicator.code === code)
  if (!found) throw new Error(`no indicator ${code}`)
  return found
}
export const subIndexOf = (estimation: Estimation, code: string) => {
  const found = estimation.subIndices.find((subIndex) => subIndex.code === code)
  if (!found) throw new Error(`no sub-index ${code}`)
  return found
}
/** Of a share of 12 firms that came out 0: half an answer in 13. */
export const AGREED_ERROR = Math.sqrt(((0.5 / 13) * (12.5 / 13)) / 12)
export const T_11 = 1.795884818704 // qt(0.95, 11)
