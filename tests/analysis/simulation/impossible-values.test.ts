import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { columnsOf, refusal, simulated, shareMissed, option, share, surveyOf } from './small-survey.ts'

describe('values that no answers can have are refused with the indicator and its value', () => {
  const scored = (counting: object, item: object = { kind: 'integer', min: 1, max: 365 }) =>
    surveyOf({ ...item, indicators: [{ indicator: '1.01', ...counting }] })
  const wait = surveyOf({
    kind: 'single',
    options: ['week', 'month', 'quarter'].map(option),
    indicators: [share('1.03', ['month', 'quarter']), share('1.04', ['quarter'])],
  })
  const apart = surveyOf({
    kind: 'single',
    options: ['week', 'month', 'quarter'].map(option),
    indicators: [share('1.03', ['month']), share('1.04', ['quarter'])],
  })

  it.each([
    ['a median below', scored({ as: 'median' }), { '1.01': 0.5 }, /1\.01 as median 0\.5.*from 1 to 365/],
    ['a median above', scored({ as: 'median' }), { '1.01': 366 }, /1\.01 as median 366/],
    ['a mean above', scored({ as: 'mean' }), { '1.01': 400 }, /1\.01 as mean 400.*from 1 to 365/],
    ['a mean off the scale', scored({ as: 'mean' }, likert()), { '1.01': 5.2 }, /1\.01 as mean 5\.2/],
    ['no number', scored({ as: 'mean' }), { '1.01': Number.NaN }, /1\.01 as mean NaN/],
    [
      'a share of a number in percent',
      scored({ as: 'share', atLeast: 5 }),
      { '1.01': 40 },
      /share 40.*0 to 1/,
    ],
    ['a share that no number has', scored({ as: 'share', atLeast: 500 }), { '1.01': 0.2 }, /share 0\.2/],
    ['a share below nought', wait, { '1.03': 0.2, '1.04': -0.1 }, /1\.04 as share -0\.1/],
    ['a share of ticks in percent', ticks(), { '1.01': 40 }, /1\.01 as share 40.*0 to 1/],
    ['a nested share above its holder', wait, { '1.03': 0.2, '1.04': 0.5 }, /1\.04 as share 0\.5.*0 to 0\.2/],
    [
      'shares apart of more than all',
      apart,
      { '1.03': 0.75, '1.04': 0.5 },
      /1\.04 as share 0\.5.*0 to 0\.25/,
    ],
  ])('%s', (_name, survey, values, message) => {
    expect(() => simulated(survey, values)).toThrow(refusal(message))
  })

  it('but for rounding', () => {
    const rounded = { '1.03': 0.2, '1.04': 0.2 + 1e-10 }
    expect(shareMissed(columnsOf(wait, rounded)('1.04'), 0.2)).toBeLessThan(4)
    expect(new Set(columnsOf(wait, { '1.03': 1 + 1e-10, '1.04': -1e-10 })('1.03'))).toEqual(new Set([1]))
    expect(shareMissed(columnsOf(apart, { '1.03': 0.75, '1.04': 0.25 + 1e-10 })('1.04'), 0.25)).toBeLessThan(
      4,
    )
    expect(new Set(columnsOf(ticks(), { '1.01': 1 + 1e-10 })('1.01'))).toEqual(new Set([1]))
    const points = columnsOf(scored({ as: 'median' }, likert()), { '1.01': 3 - 1e-10 })('1.01')
    expect(points.filter((point) => point < 3).length).toBeLessThan(points.length * 0.45)
    const all = columnsOf(scored({ as: 'share', atLeast: 1 }), { '1.01': 1 - 1e-10 })('1.01')
    expect(new Set(all)).toEqual(new Set([1]))
    expect(new Set(columnsOf(scored({ as: 'mean' }), { '1.01': 365 + 1e-10 })('1.01'))).toEqual(
      new Set([365]),
    )
  })
})

function likert() {
  return { kind: 'scale', low: { vi: 'Thấp' }, high: { vi: 'Cao' } }
}

function ticks(): Questionnaire {
  return surveyOf({
    kind: 'multiple',
    options: [option('land'), { ...option('none'), exclusive: true }],
    indicators: [share('1.01', ['land'])],
  })
}
