import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../survey-definitions/answers.ts'
import { canHold } from '../../survey-definitions/can-hold.ts'
import { placedItems } from '../../survey-definitions/placed-items.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf, routingPath } from '../../survey-definitions/routing-path.ts'
import type { Rule } from '../../survey-definitions/rule-schema.ts'
import { holds } from '../../survey-definitions/rule.ts'
import { featureQuestionnaire } from '../support/definition-files.ts'

/** Land (yes, no), help (legal, training, none alone), access (1-5), days asked only where land is yes. */
const questionnaire: Questionnaire = {
  ...featureQuestionnaire('single'),
  sections: ['single', 'multiple-exclusive', 'scale', 'required'].map((feature, index) => {
    const [section] = featureQuestionnaire(feature).sections
    if (!section) throw new Error(`${feature} has no section`)
    const items = section.items.filter(({ code }) => feature !== 'required' || code === 'days')
    return { ...section, code: `section-${index}`, items }
  }),
}
const items = placedItems(questionnaire)

function isPossible(rule: Rule): boolean {
  return canHold(questionnaire, [rule], items)
}

describe('canHold', () => {
  it.each<[Rule, boolean]>([
    [{ all: [{ is: ['land', 'yes'] }, { is: ['land', 'no'] }] }, false],
    [{ all: [{ is: ['land', 'yes'] }, { not: { is: ['land', 'no'] } }] }, true],
    [{ all: [{ answered: 'land' }, { not: { oneOf: ['land', ['yes', 'no']] } }] }, false],
    [{ not: { oneOf: ['land', ['yes', 'no']] } }, true],
    [{ all: [{ includes: ['help', 'legal'] }, { includes: ['help', 'training'] }] }, true],
    [{ all: [{ includes: ['help', 'legal'] }, { includes: ['help', 'none'] }] }, false],
    [{ all: [{ includes: ['help', 'legal'] }, { not: { answered: 'help' } }] }, false],
    [{ atLeast: ['days', 366] }, false],
    [{ atLeast: ['days', 365] }, true],
    [{ all: [{ atLeast: ['days', 4] }, { atMost: ['days', 3] }] }, false],
    [
      { all: [{ answered: 'days' }, { not: { atMost: ['days', 3] } }, { not: { atLeast: ['days', 4] } }] },
      false,
    ],
    [
      { all: [{ answered: 'days' }, { not: { atMost: ['days', 3] } }, { not: { atLeast: ['days', 5] } }] },
      true,
    ],
    [{ all: [{ answered: 'days' }, { is: ['land', 'no'] }] }, false],
    [{ all: [{ not: { answered: 'days' } }, { is: ['land', 'no'] }] }, true],
  ])('%j: %s', (rule, possible) => {
    expect(isPossible(rule)).toBe(possible)
  })

  it('agrees with trying every answer', () => {
    const everyAnswer = everyCombination()
    fc.assert(
      fc.property(anyRule(), (rule) => {
        const found = everyAnswer.some((answers) => holds(rule, answers))
        expect(isPossible(rule)).toBe(found)
      }),
      { seed: 2024, numRuns: 300 },
    )
  })

  it('stays quick, and kind, where ways multiply', () => {
    const either: Rule = { any: [{ is: ['land', 'yes'] }, { is: ['land', 'no'] }] }
    expect(isPossible({ all: Array.from({ length: 40 }, () => either) })).toBe(true)
  })
})

/** Rules over every item, with bounds from 0 to 6 so that few numbers need trying. */
function anyRule(): fc.Arbitrary<Rule> {
  const bound = fc.integer({ min: 0, max: 6 })
  const comparison = fc.oneof(
    ...answerableItems(questionnaire).flatMap((item): fc.Arbitrary<Rule>[] => {
      const { code } = item
      const option = fc.constantFrom(...optionsOf(questionnaire, item).map((each) => each.code), 'none')
      if (item.kind === 'single') return [option.map((each) => ({ is: [code, each] }))]
      if (item.kind === 'multiple') return [option.map((each) => ({ includes: [code, each] }))]
      return [
        bound.map((number) => ({ atLeast: [code, number] })),
        bound.map((number) => ({ atMost: [code, number] })),
        fc.constant({ answered: code }),
      ]
    }),
  )
  return fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      comparison,
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('rule').map((not) => ({ not })),
    ),
  })).rule
}

/** Every set of answers on the path, with days up to 8. */
function everyCombination(): readonly Answers[] {
  const choices = {
    land: ['yes', 'no'],
    help: [['legal'], ['training'], ['legal', 'training'], ['none']],
    access: [1, 2, 3, 4, 5],
    days: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  }
  let combinations: Answers[] = [{}]
  for (const [item, answers] of Object.entries(choices)) {
    combinations = combinations.flatMap((before) => [
      before,
      ...answers.map((answer) => ({ ...before, [item]: answer })),
    ])
  }
  return combinations.filter((answers) => {
    const asked = routingPath(questionnaire, answers).flatMap((part) => part.items.map(({ code }) => code))
    return Object.keys(answers).every((code) => asked.includes(code))
  })
}
