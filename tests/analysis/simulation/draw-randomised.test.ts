import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../analysis/sample.ts'
import { chosenShare, listExperimentOf } from '../../../analysis/sensitive-columns.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { SIMULATION_RATES } from '../../../analysis/simulation/simulation-rates.ts'
import { checkAnswers } from '../../../survey-definitions/check-answers.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { answerableItems } from '../../../survey-definitions/routing-path.ts'
import { RANDOMISED_KINDS } from '../../support/randomised-kinds.ts'

const QUESTIONNAIRE = Questionnaire.parse(RANDOMISED_KINDS)
const FIRMS = 20_000

describe('simulated answers that chance has a part in', () => {
  const rates = { ...SIMULATION_RATES, sensitiveShare: { default: 0.3, paid: 0.1 } }
  const firms = [...simulateFirms({ questionnaire: QUESTIONNAIRE, values: {}, firms: FIRMS, seed: 4, rates })]
  const { columns } = sampleOf(QUESTIONNAIRE, firms)
  const columnOf = (code: string) => {
    const column = columns.get(code)
    if (!column) throw new Error(`There is no column ${code}`)
    return column
  }

  it('differ between the arms of a list by the share of the sensitive statement', () => {
    const [item] = answerableItems(QUESTIONNAIRE)
    if (item?.kind !== 'list-experiment') throw new Error('The questionnaire has changed')
    const { counts, treated, statements } = listExperimentOf(item, columnOf('gifts'))
    const arm = (value: number) => meanOf(counts.filter((_, firm) => treated[firm] === value))
    expect(statements).toBe(4)
    expect(arm(0)).toBeCloseTo(2, 1)
    // Four standard errors: with a fixed seed this passes or fails for good.
    expect(Math.abs(arm(1) - arm(0) - 0.3)).toBeLessThan(4 * Math.sqrt((2 * (1 + 1.21)) / FIRMS))
  })

  it.each([
    ['paid', 'same', 0.1 * 0.25 + 0.9 * 0.75],
    ['bribed', 'yes', 0.25 + 0.5 * 0.3],
  ])('to %s are %s as often as the design makes them', (item, option, share) => {
    const found = meanOf(chosenShare(columnOf(item), option))
    expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / (FIRMS * 0.8)))
  })

  it('are answers that the survey takes, sometimes none', () => {
    for (const { answers } of firms.slice(0, 200)) {
      const given = Object.entries(answers).filter(([, answer]) => answer !== 'blank')
      expect(checkAnswers(QUESTIONNAIRE, Object.fromEntries(given)).violations).toEqual([])
    }
    expect(firms.some(({ answers }) => answers['gifts'] === 'refused')).toBe(true)
  })
})

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}
