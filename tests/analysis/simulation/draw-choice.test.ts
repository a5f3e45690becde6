import { describe, expect, it } from 'vitest'
import { SIMULATION_RATES } from '../../../analysis/simulation/simulation-rates.ts'
import {
  answersOf,
  columnsOf,
  medianMissed,
  refusal,
  simulated,
  shareMissed,
  FIRMS,
  item,
  option,
  share,
  surveyWith,
  surveyOf,
} from './small-survey.ts'

describe('a multiple choice', () => {
  const notApplicable = { ...option('not-applicable'), exclusive: true, role: 'outside-base' }
  const none = { ...option('none'), exclusive: true }
  const indicators = [share('6.02', ['land']), share('6.03', ['credit'])]
  const obstacles = (...others: readonly object[]) =>
    surveyOf({ kind: 'multiple', options: [option('land'), option('credit'), ...others], indicators })

  it('leaves firms that tick nothing in the base, whichever exclusive option comes first', () => {
    const values = { '6.02': 0.3, '6.03': 0.2 }
    const columns = columnsOf(obstacles(notApplicable, none), values)
    expect(shareMissed(columns('6.02'), 0.3)).toBeLessThan(4)
    expect(shareMissed(columns('6.03'), 0.2)).toBeLessThan(4)
    expect(
      shareMissed(columnsOf(obstacles(notApplicable, option('other')), values)('6.02'), 0.3),
    ).toBeLessThan(4)
  })

  it('is refused where only leaving the base is left to such firms, or the exclusive option counts', () => {
    expect(() => simulated(obstacles(notApplicable), { '6.02': 0.3, '6.03': 0.2 })).toThrow(
      refusal(/item x .*6\.02 as share 0\.3/),
    )
    const counted = surveyOf({
      kind: 'multiple',
      options: [option('land'), { ...option('no-need'), exclusive: true }, none],
      indicators: [share('6.02', ['no-need'])],
    })
    expect(() => simulated(counted, { '6.02': 0.3 })).toThrow(refusal(/item x .*exclusive option is counted/))
  })

  it('that no indicator counts is drawn whatever its options are', () => {
    const survey = surveyOf({ kind: 'multiple', options: [notApplicable, { ...notApplicable, code: 'no' }] })
    expect(answersOf(survey, {}, 50)).toContainEqual(['not-applicable'])
  })
})

describe('a single choice', () => {
  const priced = surveyOf({
    kind: 'single',
    options: [9, 1, 3, 5].map((value) => ({ ...option(`about-${value}`), value })),
    indicators: [{ indicator: '2.02', as: 'median' }],
  })

  it.each([1, 3, 4, 5, 7, 9])('counted as a median has the median %d', (median) => {
    expect(medianMissed(columnsOf(priced, { '2.02': median })('2.02'), median)).toBeLessThan(4)
  })

  it.each([0, 9.5])('refuses the median %d, beyond its options', (median) => {
    expect(() => simulated(priced, { '2.02': median })).toThrow(
      refusal(new RegExp(`2\\.02 as median ${median}.*from 1 to 9`)),
    )
  })

  it('whose options all lead out of the base is drawn, if no indicator counts it', () => {
    const options = ['a', 'b'].map((code) => ({ ...option(code), role: 'outside-base' }))
    expect(new Set(answersOf(surveyOf({ kind: 'single', options }), {}, 200))).toEqual(
      new Set(['a', 'b', 'dont-know', 'refused', 'blank']),
    )
  })
})

describe('codes that every object has', () => {
  it('have no rates of their own', () => {
    const survey = surveyOf({
      code: 'constructor',
      kind: 'single',
      options: [option('constructor'), option('b'), { ...option('c'), role: 'outside-base' }],
      indicators: [share('1.01', ['b'])],
    })
    const columns = columnsOf(survey, { '1.01': 0.25 })
    expect(shareMissed(columns('1.01'), 0.25)).toBeLessThan(4)
    const given = answersOf(survey, {}, FIRMS, 'constructor')
    const outside = given.filter((answer) => answer === 'c').length
    const inside = given.filter((answer) => answer === 'b' || answer === 'constructor').length
    expect(
      shareMissed(
        [...Array(outside).fill(1), ...Array(inside).fill(0)],
        SIMULATION_RATES.outsideBase.default,
      ),
    ).toBeLessThan(4)
    const uncounted = surveyOf({ code: 'constructor', kind: 'single', options: [option('a'), option('b')] })
    expect(answersOf(uncounted, {}, 50, 'constructor')).toContain('a')
  })
})

describe('a base', () => {
  const counted = (base: object, ...others: readonly object[]) =>
    surveyWith([
      item({
        kind: 'single',
        options: ['yes', 'no', 'unsure'].map(option),
        indicators: [{ ...share('1.01', ['yes']), base }],
      }),
      ...others,
    ])
  const followUp = item({
    code: 'follow-up',
    kind: 'single',
    showIf: { is: ['x', 'yes'] },
    options: ['good', 'bad'].map(option),
  })

  it('that names the item itself is refused', () => {
    const base = { any: [{ is: ['x', 'yes'] }, { is: ['x', 'no'] }] }
    expect(() => simulated(counted(base), { '1.01': 0.3 })).toThrow(
      refusal(/item x \(1\.01 as share 0\.3\): who counts/),
    )
  })

  it('that names an item asked because of this one is refused', () => {
    expect(() => simulated(counted({ answered: 'follow-up' }, followUp), { '1.01': 0.3 })).toThrow(
      refusal(/who counts/),
    )
  })

  it('of another item keeps the value', () => {
    const size = item({ code: 'firm-size', kind: 'single', options: ['small', 'large'].map(option) })
    const values = columnsOf(counted({ is: ['firm-size', 'small'] }, size), { '1.01': 0.3 })('1.01')
    expect(values.length).toBeLessThan(FIRMS * 0.6)
    expect(shareMissed(values, 0.3)).toBeLessThan(4)
  })
})
