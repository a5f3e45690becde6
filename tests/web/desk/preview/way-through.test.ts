import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../../../survey-definitions/check-answers.ts'
import { Questionnaire } from '../../../../survey-definitions/questionnaire-schema.ts'
import full from '../../../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { answerableItems, routingPath } from '../../../../survey-definitions/routing-path.ts'
import { randomStream } from '../../../../analysis/simulation/philox.ts'
import { tryAnswers } from '../../../../web/desk/preview/try-answers.ts'
import { wayThrough } from '../../../../web/desk/preview/way-through.ts'
import { TINY_QUESTIONNAIRE } from '../../../support/definitions.ts'

const TINY = Questionnaire.parse(TINY_QUESTIONNAIRE)
const FULL = Questionnaire.parse(full)

const itemIn = (answers: Parameters<typeof wayThrough>[1], code: string, questionnaire = TINY) =>
  wayThrough(questionnaire, answers)
    .flatMap(({ items }) => items)
    .find(({ item }) => item.code === code)

describe('wayThrough', () => {
  it('numbers what can be answered, as on paper, and nothing else', () => {
    expect(itemIn({}, 'welcome')?.number).toBe(0)
    expect(itemIn({}, 'legal-form')?.number).toBe(1)
    expect(itemIn({}, 'days')?.number).toBe(3)
  })

  it.each([
    [{}, 'câu 2 chưa được trả lời'],
    [{ land: 'no' }, 'câu 2 đang là “Không”'],
    [{ land: 'refused' }, 'câu 2 không muốn trả lời'],
  ])('says why an item is passed by after %j', (answers, because) => {
    expect(itemIn(answers, 'days')).toMatchObject({ isOnPath: false, because: [because] })
  })

  it('has nothing to explain on the way', () => {
    expect(itemIn({ land: 'yes' }, 'days')).toMatchObject({ isOnPath: true, because: [] })
  })

  it('names the rule of the section that is passed by, and an item that is itself not asked', () => {
    const [profile, experience] = TINY.sections
    const chained = {
      ...TINY,
      sections: [
        profile!,
        experience!,
        {
          ...profile!,
          code: 'later',
          showIf: { atLeast: ['days', 30] } as const,
          items: [{ ...profile!.items[1]!, code: 'again' }],
        },
      ],
    }
    expect(itemIn({ land: 'no' }, 'again', chained)?.because).toEqual(['câu 3 cũng không được hỏi'])
    expect(itemIn({ land: 'yes', days: 3 }, 'again', chained)?.because).toEqual(['câu 3 đang là “3”'])
  })

  it('agrees with the way itself', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const answers = tryAnswers(FULL, randomStream(seed, 0))
      const onPath = routingPath(FULL, answers).flatMap(({ items }) => items.map(({ code }) => code))
      const shown = wayThrough(FULL, answers).flatMap(({ items }) => items)
      expect(shown.filter(({ isOnPath }) => isOnPath).map(({ item }) => item.code)).toEqual(onPath)
      expect(shown.filter(({ isOnPath, because }) => !isOnPath && because.length === 0)).toEqual([])
    }
  })
})

describe('tryAnswers', () => {
  it('answers everything on its way with what can be taken, and nothing off it', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const answers = tryAnswers(FULL, randomStream(seed, 0))
      expect(checkAnswers(FULL, answers).kept).toEqual(answers)
      const asked = routingPath(FULL, answers).flatMap(({ items }) => items)
      const answerable = answerableItems(FULL).filter((item) => asked.includes(item))
      expect(Object.keys(answers)).toEqual(answerable.map(({ code }) => code))
    }
  })
})
