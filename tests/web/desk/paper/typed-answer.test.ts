import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../../../survey-definitions/check-answer.ts'
import { numberedItems, type NumberedItem } from '../../../../web/desk/paper/numbered-items.ts'
import { paperCondition } from '../../../../web/desk/paper/paper-condition.ts'
import { typedAnswer } from '../../../../web/desk/paper/typed-answer.ts'
import { featureQuestionnaire, publishedQuestionnaire } from '../../../support/definition-files.ts'
import { EVERY_KIND } from '../../../support/every-kind.ts'

const items = numberedItems(EVERY_KIND)
const read = (kind: string, typed: string) => typedAnswer(EVERY_KIND, ofKind(kind), typed)

function ofKind(kind: string): NumberedItem {
  const found = items.find(({ item }) => item.kind === kind)
  if (!found) throw new Error(`no item of kind ${kind}`)
  return found
}

describe('what is typed from paper', () => {
  it('is the option that has the mark', () => {
    const [first, second] = ofKind('single').options
    expect(read('single', '1')).toEqual({ answer: first?.code })
    expect(read('single', ' 2 ')).toEqual({ answer: second?.code })
  })

  it('is several options in any order and with any mark between', () => {
    const codes = ofKind('multiple')
      .options.slice(0, 2)
      .map(({ code }) => code)
    for (const typed of ['1 2', '2,1', '2; 1', '1.2'])
      expect(read('multiple', typed)).toEqual({ answer: codes })
  })

  it('is a number with a comma', () => {
    const { item } = ofKind('decimal')
    expect(item.kind === 'decimal' && item.min).toBeLessThanOrEqual(2.5)
    expect(read('decimal', '2,5')).toEqual({ answer: 2.5 })
  })

  it('is a letter for the two ways not to answer', () => {
    expect(read('single', 'k')).toEqual({ answer: 'dont-know' })
    expect(read('integer', 'T')).toEqual({ answer: 'refused' })
  })

  it('is nothing where the form was left empty', () => {
    for (const { item } of items) expect(read(item.kind, '  ')).toEqual({ answer: undefined })
  })

  it('says how to type it where it cannot be an answer', () => {
    expect(read('single', '99')).toEqual({ error: expect.stringMatching(/^Gõ một mã: 1, 2/) })
    expect(read('integer', 'nhiều')).toEqual({ error: expect.stringContaining('Gõ một số từ') })
  })

  it('never becomes an answer that the server refuses', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.string(), (numbered, typed) => {
        const reading = typedAnswer(EVERY_KIND, numbered, typed)
        const answer = 'answer' in reading ? reading.answer : undefined
        expect(answer === undefined || checkAnswer(EVERY_KIND, numbered.item, answer).ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes the arm of a list experiment from the form', () => {
    const questionnaire = featureQuestionnaire('list-experiment')
    const numbered = numberedItems(questionnaire).find(({ item }) => item.kind === 'list-experiment')
    expect(numbered && typedAnswer(questionnaire, numbered, 'b2')).toEqual({ answer: 'treatment-2' })
  })
})

describe('conditions on paper', () => {
  it('name questions by number and options by mark', () => {
    const full = publishedQuestionnaire('pci-full')
    const numbered = numberedItems(full)
    const conditions = full.sections
      .flatMap((section) => section.items)
      .flatMap(({ showIf }) => (showIf ? [paperCondition(showIf, numbered)] : []))
    expect(conditions.length).toBeGreaterThan(10)
    for (const condition of conditions) expect(condition).not.toMatch(/undefined|câu [a-z]/)
  })
})
