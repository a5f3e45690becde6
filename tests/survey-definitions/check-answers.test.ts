import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { anyAnswers } from '../support/any-answers.ts'
import { featureQuestionnaire, publishedQuestionnaire } from '../support/definition-files.ts'

const required = featureQuestionnaire('required')

describe('checkAnswers', () => {
  it('keeps cleaned answers on the path', () => {
    expect(checkAnswers(required, { days: -0, land: 'yes' })).toStrictEqual({
      kept: { land: 'yes', days: 0 },
      pruned: [],
      violations: [],
    })
  })

  it('prunes an answer off the path, whatever its value', () => {
    for (const days of [30, 'thirty', 99_999]) {
      expect(checkAnswers(required, { land: 'no', days })).toEqual({
        kept: { land: 'no' },
        pruned: ['days'],
        violations: [],
      })
    }
  })

  it('asks for a required answer; not knowing is one', () => {
    expect(checkAnswers(required, {}).violations).toEqual([{ item: 'land', code: 'required' }])
    expect(checkAnswers(required, { land: 'dont-know' }).violations).toEqual([])
  })

  it('names an answer that cannot be taken once, and routes as if it were missing', () => {
    expect(checkAnswers(required, { land: 'perhaps', days: 3 })).toEqual({
      kept: {},
      pruned: ['days'],
      violations: [{ item: 'land', code: 'bad_option' }],
    })
  })

  it('reports every key that is no item, notes included', () => {
    const { violations } = checkAnswers(featureQuestionnaire('note'), { land: 'yes', thanks: 'x', q999: 1 })
    expect(violations).toEqual([
      { item: 'thanks', code: 'unknown_question' },
      { item: 'q999', code: 'unknown_question' },
    ])
  })

  it.each(['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"x":1}}}'])(
    'refuses %s and pollutes nothing',
    (body) => {
      const { kept, violations } = checkAnswers(required, JSON.parse(body))
      expect(violations.map(({ code }) => code)).toEqual(['unknown_question', 'required'])
      expect(Object.keys(kept)).toEqual([])
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
    },
  )

  it('does not take what answers inherit for an answer', () => {
    const inherited: Record<string, unknown> = Object.create({ land: 'yes' })
    expect(checkAnswers(required, inherited).kept).toEqual({})
  })

  it('has nothing more to prune or to refuse in what it kept', () => {
    const full = publishedQuestionnaire('pci-full')
    fc.assert(
      fc.property(anyAnswers(full), (answers) => {
        const { kept, violations } = checkAnswers(full, answers)
        expect(violations).toEqual([])
        expect(checkAnswers(full, kept)).toEqual({ kept, pruned: [], violations: [] })
      }),
      { seed: 2024, numRuns: 50 },
    )
  })
})
