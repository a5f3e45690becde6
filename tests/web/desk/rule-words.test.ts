import { describe, expect, it } from 'vitest'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import full from '../../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { answerableItems } from '../../../survey-definitions/routing-path.ts'
import { ruleWords } from '../../../web/desk/rule-words.ts'

const questionnaire = Questionnaire.parse(full)

describe('ruleWords', () => {
  it('uses the words of the question and of its options', () => {
    expect(ruleWords({ is: ['bidding', 'yes'] }, questionnaire)).toMatch(
      /^câu “Trong hai năm qua.*” chọn “Có”$/,
    )
  })

  it('joins and turns round', () => {
    const rule = { not: { any: [{ answered: 'sector' }, { atLeast: ['q2-02', 3] as const }] } }
    expect(ruleWords(rule, questionnaire)).toMatch(
      /^không phải \(có trả lời câu “.*” hoặc câu “.*” từ 3 trở lên\)$/,
    )
  })

  it('leaves no code of an item or an option in the conditions of the full questionnaire', () => {
    const rules = answerableItems(questionnaire).flatMap(({ showIf }) => (showIf ? [showIf] : []))
    expect(rules.length).toBeGreaterThan(10)
    for (const rule of rules) expect(ruleWords(rule, questionnaire)).not.toMatch(/“[a-z0-9-]+”/)
  })
})
