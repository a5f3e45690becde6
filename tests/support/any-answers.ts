import fc from 'fast-check'
import type { Answer, Answers } from '../../survey-definitions/answers.ts'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { cleanText } from '../../survey-definitions/clean-text.ts'
import type {
  AnswerableItem,
  ChoiceItem,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../../survey-definitions/randomised-options.ts'
import { answerableItems, optionsOf } from '../../survey-definitions/routing-path.ts'

/** Any answer an item takes, the ways not to answer that it offers included. */
export function anyAnswer(questionnaire: Questionnaire, item: AnswerableItem): fc.Arbitrary<Answer> {
  const real = realAnswer(questionnaire, item)
  return item.missing.length === 0
    ? real
    : fc.oneof({ weight: 4, arbitrary: real }, fc.constantFrom(...item.missing))
}

/** Answers to any of the items, on the way or off it; items that are required always have one. */
export function anyAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const items = answerableItems(questionnaire)
  const answers = Object.fromEntries(items.map((item) => [item.code, anyAnswer(questionnaire, item)]))
  const requiredKeys = items.filter(({ required }) => required).map(({ code }) => code)
  return fc.record(answers, { requiredKeys, noNullPrototype: true })
}

/** One firm's answers as they are kept: a random walk along the routing path. */
export function anyKeptAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  return anyAnswers(questionnaire).map((answers) => checkAnswers(questionnaire, answers).kept)
}

function realAnswer(questionnaire: Questionnaire, item: AnswerableItem): fc.Arbitrary<Answer> {
  if (isCoded(item)) return fc.constantFrom(...optionsOf(questionnaire, item).map(({ code }) => code))
  switch (item.kind) {
    case 'multiple':
      return anyTicks(questionnaire, item)
    case 'integer':
      return fc.integer({ min: item.min, max: item.max })
    case 'decimal': {
      const scale = 10 ** item.decimals
      const steps = fc.integer({ min: Math.ceil(item.min * scale), max: Math.floor(item.max * scale) })
      return steps.map((step) => Number((step / scale).toFixed(item.decimals)))
    }
    case 'scale':
      return fc.integer({ min: 1, max: 5 })
    case 'text':
    case 'long-text':
      return anyText(item.maxLength)
    default:
      return item satisfies never
  }
}

function anyTicks(questionnaire: Questionnaire, item: ChoiceItem): fc.Arbitrary<readonly string[]> {
  const options = optionsOf(questionnaire, item)
  const exclusive = options.filter((option) => option.exclusive).map(({ code }) => [code])
  const others = options.filter((option) => !option.exclusive).map(({ code }) => code)
  const several = fc.subarray(others, { minLength: Math.min(1, others.length) })
  return exclusive.length > 0 ? fc.oneof(several, fc.constantFrom(...exclusive)) : several
}

function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 40) }).map((raw) => {
    const cleaned = cleanText(raw, maxLength)
    return 'text' in cleaned && cleaned.text !== '' ? cleaned.text : 'Không có'
  })
}
