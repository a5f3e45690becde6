import { drawArm, listAnswer } from '../../survey-definitions/list-experiment.ts'
import { tossFor } from '../../survey-definitions/forced-response.ts'
import type { RandomisedItem } from '../../survey-definitions/questionnaire-schema.ts'
import type { Draw } from './draw-choice.ts'
import type { Random } from './philox.ts'
import type { SimulationRates } from './simulation-rates.ts'

/** Chance that a statement nobody minds is true of a firm. */
const INNOCUOUS_SHARE = 0.5

/**
 * Answers of firms that follow the design to the letter: a sensitive statement is true with its
 * rate, each innocuous one of a list half of the time, and the coins are tossed as on the device.
 *
 * Cost: one number for each statement of a list, at most three otherwise.
 *
 * @see Blair & Imai (2012), Statistical analysis of list experiments; Yu, Tian & Tang (2008), the
 * crosswise model; Boruch (1971), forced response
 * @example
 * const item = { kind: 'crosswise', code: 'paid', probability: 0.25 }
 * randomisedAnswer(item, SIMULATION_RATES)(() => 0.9) // => 'same'
 */
export function randomisedAnswer(item: RandomisedItem, { sensitiveShare }: SimulationRates): Draw {
  const share = Object.hasOwn(sensitiveShare, item.code) ? sensitiveShare[item.code] : undefined
  const isTrue = (random: Random) => random() < (share ?? sensitiveShare.default)
  if (item.kind === 'list-experiment') {
    return (random) => {
      const arm = drawArm(random)
      const innocuous = item.statements.filter(() => random() < INNOCUOUS_SHARE).length
      return listAnswer(arm, innocuous + Number(arm === 'treatment' && isTrue(random)))
    }
  }
  if (item.kind === 'crosswise') {
    return (random) => (isTrue(random) === random() < item.probability ? 'same' : 'different')
  }
  return (random) => {
    const toss = tossFor(item, random)
    if (toss !== 'truth') return toss
    return isTrue(random) ? 'yes' : 'no'
  }
}
