import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Answer } from '../../survey-definitions/answers.ts'
import { inLanguage, type Language, type LocalizedText } from '../../survey-definitions/language.ts'
import { ARMS, armAndCount, listAnswer, statementsShown } from '../../survey-definitions/list-experiment.ts'
import type {
  AnswerableItem,
  ListExperimentItem,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { writeNumber } from '../../survey-definitions/respondent/number-text.ts'
import { TEXTS } from '../../survey-definitions/respondent/texts/all-texts.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'

/** What a firm is shown: the questionnaire in one language. */
export interface Shown {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly language: Language
}

/** One choice of an item, as a screen reader announces it. */
interface Choice {
  readonly answer: string
  readonly name: string
}

/**
 * The page object of an item, generated from its definition: everything is found by role and name,
 * never by the markup. Answers the item and gives the answer that the inbox must then hold, which
 * for a list experiment depends on the list that the device drew.
 */
export async function answerItem(shown: Shown, item: AnswerableItem, answer: Answer): Promise<Answer> {
  await expectItem(shown, item)
  if (item.kind === 'list-experiment') return answerList(shown, item, answer)
  const word = missingChoices(shown, item).find((choice) => choice.answer === answer)
  if (word) {
    await shown.page.getByRole(missingRole(item), { name: word.name, exact: true }).check()
    return answer
  }
  const choices = choicesOf(shown, item)
  if (choices.length === 0) {
    const text = typeof answer === 'number' ? writeNumber(answer, shown.language) : String(answer)
    await fieldOf(shown, item).fill(text)
    return answer
  }
  const codes = typeof answer === 'object' ? answer : [String(answer)]
  for (const { name } of choices.filter((choice) => codes.includes(choice.answer)))
    await groupOf(shown, item).getByRole(roleOf(item), { name, exact: true }).check()
  return answer
}

/** The item stands there with its question, its own choices in order, and the words for no answer. */
async function expectItem(shown: Shown, item: AnswerableItem): Promise<void> {
  const { page, language } = shown
  await page.getByRole('heading', { level: 1, name: inLanguage(item.text, language), exact: true }).waitFor()
  const words = missingChoices(shown, item).map(({ name }) => name)
  if (isTyped(item)) {
    await fieldOf(shown, item).waitFor()
    return expect(await namesOf(page.getByRole('main').getByRole('checkbox'))).toEqual(words)
  }
  const choices = item.kind === 'list-experiment' ? await listChoices(shown, item) : choicesOf(shown, item)
  const names = await namesOf(groupOf(shown, item).getByRole(roleOf(item)))
  expect(names).toEqual([...choices.map(({ name }) => name), ...words])
}

function groupOf({ page, language }: Shown, item: AnswerableItem): Locator {
  return page.getByRole('group', { name: inLanguage(item.text, language), exact: true })
}

function fieldOf({ page, language }: Shown, item: AnswerableItem): Locator {
  return page.getByRole('textbox', { name: inLanguage(item.text, language), exact: true })
}

const isTyped = ({ kind }: AnswerableItem): boolean => /integer|decimal|text/.test(kind)

const roleOf = ({ kind }: AnswerableItem) => (kind === 'multiple' ? 'checkbox' : 'radio')

const missingRole = (item: AnswerableItem) => (isTyped(item) ? 'checkbox' : roleOf(item))

function choicesOf({ questionnaire, language }: Shown, item: AnswerableItem): readonly Choice[] {
  const say = (text: LocalizedText) => inLanguage(text, language)
  if (item.kind === 'scale') {
    const ends: Readonly<Record<number, string>> = { 1: ` ${say(item.low)}`, 5: ` ${say(item.high)}` }
    return [1, 2, 3, 4, 5].map((point) => ({ answer: String(point), name: `${point}${ends[point] ?? ''}` }))
  }
  return optionsOf(questionnaire, item).map(({ code, label }) => ({ answer: code, name: say(label) }))
}

function missingChoices({ language }: Shown, { missing }: AnswerableItem): readonly Choice[] {
  const { refused, dontKnow } = TEXTS[language].core
  return missing.map((word) => ({ answer: word, name: word === 'refused' ? refused : dontKnow }))
}

/** The arm is told by the statements, which must be those of one arm in full. */
async function listChoices(
  { page, language }: Shown,
  item: ListExperimentItem,
): Promise<readonly (Choice & { readonly count: number })[]> {
  const seen = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  const lists = ARMS.map((arm) => ({
    arm,
    statements: statementsShown(item, arm).map((text) => inLanguage(text, language)),
  }))
  expect(lists.map(({ statements }) => statements)).toContainEqual(seen)
  const arm = lists.find(({ statements }) => statements.length === seen.length)?.arm ?? 'control'
  return Array.from({ length: seen.length + 1 }, (_, count) => ({
    answer: listAnswer(arm, count),
    name: String(count),
    count,
  }))
}

async function answerList(shown: Shown, item: ListExperimentItem, answer: Answer): Promise<Answer> {
  const words = missingChoices(shown, item)
  const choices = await listChoices(shown, item)
  const count = armAndCount(String(answer))?.count ?? 0
  const chosen = words.find((word) => word.answer === answer) ?? choices[Math.min(count, choices.length - 1)]
  if (!chosen) throw new Error(`No such choice: ${String(answer)}`)
  await groupOf(shown, item).getByRole('radio', { name: chosen.name, exact: true }).check()
  return chosen.answer
}

/** Accessible names, as the browser computes them. */
async function namesOf(fields: Locator): Promise<readonly string[]> {
  const lines = await Promise.all((await fields.all()).map((field) => field.ariaSnapshot()))
  return lines.map((line) => {
    const [, name] = /^- '?\w+ "((?:[^"\\]|\\.)*)"/.exec(line.replaceAll("''", "'")) ?? []
    return (JSON.parse(`"${name ?? ''}"`) as string).trim()
  })
}
