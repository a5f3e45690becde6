import { describe, expect, it } from 'vitest'
import type { Answers } from '../../survey-definitions/answers.ts'
import { routingPath } from '../../survey-definitions/routing-path.ts'
import { holds, itemsOf } from '../../survey-definitions/rule.ts'
import { featureQuestionnaire } from '../support/definition-files.ts'

/** Whether the note of a rule's fixture is shown. */
function isShown(feature: string, answers: Answers): boolean {
  const path = routingPath(featureQuestionnaire(feature), answers)
  return path.some(({ items }) => items.some(({ code }) => code === 'after'))
}

describe('a rule', () => {
  it.each<[string, Answers, boolean]>([
    ['rule-answered', { days: 0 }, true],
    ['rule-answered', {}, false],
    ['rule-answered', { days: 'dont-know' }, false],
    ['rule-answered', { days: 'blank' }, false],
    ['rule-answered', { days: 'not-asked' }, false],
    ['rule-is', { land: 'yes' }, true],
    ['rule-is', { land: 'no' }, false],
    ['rule-is', { land: 'refused' }, false],
    ['rule-one-of', { fair: 'agree' }, true],
    ['rule-one-of', { fair: 'disagree' }, false],
    ['rule-includes', { help: ['training', 'legal'] }, true],
    ['rule-includes', { help: ['training'] }, false],
    ['rule-includes', {}, false],
    ['rule-at-least', { days: 30 }, true],
    ['rule-at-least', { days: 29 }, false],
    ['rule-at-least', { days: 'refused' }, false],
    ['rule-at-most', { cost: 9.5 }, true],
    ['rule-at-most', { cost: 9.6 }, false],
    ['rule-at-most', {}, false],
    ['rule-all', { land: 'yes', days: 30 }, true],
    ['rule-all', { land: 'yes', days: 2 }, false],
    ['rule-any', { land: 'no', days: 30 }, true],
    ['rule-any', { land: 'no', days: 2 }, false],
    ['rule-not', { land: 'no' }, true],
    ['rule-not', { land: 'yes' }, false],
    ['rule-not', {}, true],
  ])('%s with %j: %s', (feature, answers, shown) => {
    expect(isShown(feature, answers)).toBe(shown)
  })

  it('sees only own members', () => {
    expect(holds({ answered: 'constructor' }, {})).toBe(false)
    expect(holds({ is: ['land', 'yes'] }, Object.create({ land: 'yes' }))).toBe(false)
  })

  it('names each item it looks at once', () => {
    const rule = {
      any: [{ is: ['a', 'x'] }, { not: { all: [{ answered: 'b' }, { oneOf: ['a', ['y']] }] } }],
    } as const
    expect(itemsOf(rule)).toEqual(['a', 'b'])
  })
})
