import type { Answer, Answers } from '../answers.ts'
import type { Language } from '../language.ts'
import type { AnswerableItem, Item } from '../questionnaire-schema.ts'
import { routingPath, type SectionOnPath } from '../routing-path.ts'
import type { Toss } from '../forced-response.ts'
import type { EntryProblem } from './answering.ts'
import type { PageQuestionnaire } from './unpack-questionnaire.ts'
import type { Child } from './markup.ts'
import type { Texts } from './texts/texts.ts'

/** Where answers are kept before they are sent; `refused` when the browser will not have them. */
export type Keeping = 'device' | 'memory' | 'refused'

/**
 * What is on the screen: its name and, after a space, the code of the section or item it shows,
 * as in `item q5-01`. The address never says it: it would stay in the browser's history.
 */
export type View = string

/** What a person has done so far: all that a draft keeps. No times: nobody needs them. */
export interface Progress {
  /** Empty until Begin is pressed and again after the answers are gone. */
  key: string
  answers: Answers
  /** Entries that cannot be taken as they stand, kept as typed. */
  typed: Readonly<Record<string, string>>
  /** Items continued past, answered or not. */
  seen: readonly string[]
  done: readonly string[]
  skipped: readonly string[]
  /** Which list of a list experiment this firm sees: drawn once. */
  arms: Readonly<Record<string, string>>
  view: View
}

/** Reads and checks entries: see checking.ts. */
export interface Checking {
  /** The answer that a typed entry means; undefined where it cannot be one. */
  readonly meaningOf: (survey: Survey, item: AnswerableItem, typed: string) => Answer | undefined
  readonly problemOf: (survey: Survey, item: AnswerableItem) => EntryProblem | undefined
  /** What is wrong in this view, on top of it. */
  readonly summaryOf: (survey: Survey, items: readonly Item[]) => Child
  /** The same words by the field. */
  readonly noteBy: (survey: Survey, item: AnswerableItem) => Child
}

/** One firm before one questionnaire. All that changes is here; every view is drawn from it. */
export interface Survey extends Progress {
  readonly questionnaire: PageQuestionnaire
  readonly language: Language
  readonly texts: Texts
  checking?: Checking
  keeping: Keeping
  /** What is wrong with the items in view, shown since Continue was pressed. */
  problems: readonly ShownProblem[]
  /** What a toss said, while its item is in sight; in no draft and in nothing that is sent. */
  toss?: Toss | undefined
}

export interface ShownProblem {
  readonly item: string
  readonly code: EntryProblem
}

export const nothingYet = (): Progress => ({
  key: '',
  answers: {},
  typed: {},
  seen: [],
  done: [],
  skipped: [],
  arms: {},
  view: 'intro',
})

export function pathOf({ questionnaire, answers }: Survey): readonly SectionOnPath[] {
  return routingPath(questionnaire, answers)
}

export function itemsOnPath(survey: Survey): readonly Item[] {
  return pathOf(survey).flatMap(({ items }) => items)
}

export function answeredCount(survey: Survey): number {
  return itemsOnPath(survey).filter(({ code }) => isAnswered(survey, code)).length
}

export function isAnswered({ answers }: Survey, code: string): boolean {
  return answers[code] !== undefined
}

export function go(survey: Survey, view: View): void {
  survey.problems = []
  survey.toss = undefined
  survey.view = view
}
