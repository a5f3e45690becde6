import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../../survey-definitions/check-answer.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { answerableItems } from '../../../survey-definitions/routing-path.ts'
import { columnsOf, medianMissed, shareMissed, surveyOf } from './small-survey.ts'

describe('a number of any range', () => {
  it.each([
    { min: 1, max: 3650, median: 30 },
    { min: 1, max: 3650, median: 52.5 },
    { min: 1, max: 3650, median: 3.25 },
    { min: 1, max: 3650, median: 2001 },
    { min: 1, max: 10_000, median: 30 },
    { min: 1, max: 100_000, median: 7 },
    { min: 0, max: 9e15, median: 30 },
    { min: 0, max: 1e300, median: 30.5 },
    { min: -50, max: 50, median: -7 },
    { min: -5000, max: 5000, median: 0.5 },
    { min: -50, max: -10, median: -50 },
  ])('has the median %j', ({ min, max, median }) => {
    const survey = surveyOf({ kind: 'integer', min, max, indicators: [{ indicator: '2.02', as: 'median' }] })
    const days = columnsOf(survey, { '2.02': median })('2.02')
    expect(medianMissed(days, median)).toBeLessThan(4)
    expect(days.some((day) => Math.abs(day - median) < 1)).toBe(true)
    expect(illegal(survey, days)).toEqual([])
  })

  it.each([52.5, 30, 31])('takes odd and even days around a median of %d', (median) => {
    const survey = surveyOf({
      kind: 'integer',
      min: 1,
      max: 3650,
      indicators: [{ indicator: '2.02', as: 'median' }],
    })
    const days = columnsOf(survey, { '2.02': median })('2.02')
    const near = [...Array(20).keys()].map((k) => Math.floor(median) - 9 + k)
    expect(new Set(days)).toEqual(new Set([...days, ...near]))
    const odd = days.filter((day) => day % 2 === 1).length / days.length
    expect(odd).toBeGreaterThan(0.4)
    expect(odd).toBeLessThan(0.6)
  })

  it.each([
    { kind: 'integer', min: 0, max: 10_000, mean: 7.5 },
    { kind: 'integer', min: 0, max: 10_000, mean: 5000 },
    { kind: 'integer', min: -100_000, max: 100_000, mean: -0.25 },
    { kind: 'integer', min: 0, max: 9e15, mean: 7.5 },
    { kind: 'integer', min: 0, max: 9e15, mean: 9e15 - 1000 },
    { kind: 'integer', min: 0, max: 9e15, mean: 4e15 },
    { kind: 'decimal', decimals: 4, min: 0, max: 100, mean: 36.5 },
    { kind: 'decimal', decimals: 4, min: 0, max: 9e15, mean: 0.001 },
  ])('has the mean %j', ({ mean, ...rest }) => {
    const survey = surveyOf({ ...rest, indicators: [{ indicator: '9.06', as: 'mean' }] })
    const answers = columnsOf(survey, { '9.06': mean })('9.06')
    expect(meanMissed(answers, mean)).toBeLessThan(4)
    expect(illegal(survey, answers)).toEqual([])
  })

  it.each([
    { min: 1, max: 5000, atLeast: 2000, value: 0.3 },
    { min: 1, max: 100_000, above: 99_998, value: 0.5 },
    { min: 0, max: 9e15, atLeast: 1e12, value: 0.02 },
    { min: -1000, max: 1000, above: -3.5, value: 0.9 },
    { min: 0, max: 100, atLeast: 500, value: 0 },
    { min: 0, max: 100, atLeast: 0, value: 1 },
  ])('has the share %j', ({ min, max, value, ...bound }) => {
    const counting = { indicator: '4.08', as: 'share', ...bound }
    const survey = surveyOf({ kind: 'integer', min, max, indicators: [counting] })
    expect(shareMissed(columnsOf(survey, { '4.08': value })('4.08'), value)).toBeLessThan(4)
  })

  it('has nested shares far apart', () => {
    const survey = surveyOf({
      kind: 'integer',
      min: 0,
      max: 1e6,
      indicators: [
        { indicator: '4.08', as: 'share', atLeast: 5000 },
        { indicator: '4.09', as: 'share', above: 700_000 },
      ],
    })
    const columns = columnsOf(survey, { '4.08': 0.4, '4.09': 0.1 })
    expect(shareMissed(columns('4.08'), 0.4)).toBeLessThan(4)
    expect(shareMissed(columns('4.09'), 0.1)).toBeLessThan(4)
  })
})

/** How many standard errors a mean is off. */
function meanMissed(answers: readonly number[], expected: number): number {
  const missed = answers.reduce((sum, answer) => sum + (answer - expected), 0) / answers.length
  const squares = answers.reduce((sum, answer) => sum + (answer - expected - missed) ** 2, 0)
  return (Math.abs(missed) * answers.length) / Math.sqrt(squares)
}

/** Answers that the survey itself would not take. */
function illegal(questionnaire: Questionnaire, answers: readonly number[]): readonly number[] {
  const [only] = answerableItems(questionnaire)
  return answers.filter((answer) => !only || !checkAnswer(questionnaire, only, answer).ok)
}
