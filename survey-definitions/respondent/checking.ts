import type { Answer } from '../answers.ts'
import { checkAnswer } from '../check-answer.ts'
import type { AnswerableItem, Item } from '../questionnaire-schema.ts'
import type { EntryProblem } from './answering.ts'
import { firstFieldId, problemId } from './fields/field-parts.ts'
import { readNumber } from './number-text.ts'
import { problemText } from './problem-text.ts'
import type { Checking, Survey } from './survey.ts'
import { errorSummary, fieldError } from './views/error-summary.ts'

/**
 * Reads what is typed and checks every entry, with the server's own rules. It comes with the later
 * script: whoever answers before it is there has entries kept as typed, and read as soon as it is.
 */
export const CHECKING: Checking = {
  meaningOf: (survey, item, typed) =>
    problemOfTyped(survey, item, typed) === undefined ? meaningOf(survey, item, typed) : undefined,
  problemOf: (survey, item) => {
    const typed = survey.typed[item.code]
    const answer = survey.answers[item.code]
    if (typed === undefined && answer === undefined) return item.required ? 'required' : undefined
    return typed === undefined ? violationOf(survey, item, answer) : problemOfTyped(survey, item, typed)
  },
  summaryOf: (survey, items) =>
    errorSummary(
      survey.texts,
      items.flatMap((item) => {
        const message = messageFor(survey, item)
        return message === undefined ? [] : [{ field: firstFieldId(item), message }]
      }),
    ),
  noteBy: (survey, item) => fieldError(survey.texts, problemId(item), messageFor(survey, item) ?? ''),
}

function messageFor(survey: Survey, item: Item): string | undefined {
  const problem = survey.problems.find((one) => one.item === item.code)
  return problem && item.kind !== 'note' ? problemText(survey, item, problem.code) : undefined
}

function problemOfTyped(survey: Survey, item: AnswerableItem, typed: string): EntryProblem | undefined {
  const answer = meaningOf(survey, item, typed)
  return answer === undefined ? 'not_a_number' : violationOf(survey, item, answer)
}

function violationOf(
  { questionnaire }: Survey,
  item: AnswerableItem,
  answer: Answer | undefined,
): EntryProblem | undefined {
  const checked = checkAnswer(questionnaire, item, answer)
  return checked.ok ? undefined : checked.code
}

function meaningOf({ language }: Survey, item: AnswerableItem, typed: string): Answer | undefined {
  return item.kind === 'text' || item.kind === 'long-text' ? typed : readNumber(typed, item, language)
}
