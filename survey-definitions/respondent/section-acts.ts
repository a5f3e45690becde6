import type { Item } from '../questionnaire-schema.ts'
import { missedItems } from './section-progress.ts'
import { go, type Survey } from './survey.ts'
import { clearSection, others, placeOf } from './walking.ts'

/** Marks a section as finished; where routing still needs an answer, goes there instead. */
export function finishSection(survey: Survey, code: string): void {
  const items = placeOf(survey, `check ${code}`)?.onPath.items
  const missed = missedItems(survey).find((item) => items?.includes(item))
  if (!missed) {
    survey.done = [...others(survey.done, code), code]
    return go(survey, 'hub')
  }
  go(survey, `item ${missed.code}`)
  survey.problems = [{ item: missed.code, code: 'required' }]
}

/** Skips a section whole: its answers go, and what routing needs there counts as refused. */
export function skipSection(survey: Survey, code: string): void {
  clearSection(survey, code)
  const section = survey.questionnaire.sections.find((one) => one.code === code)
  refuseMissed(survey, (item) => section?.items.includes(item) ?? false)
  survey.done = others(survey.done, code)
  survey.skipped = [...others(survey.skipped, code), code]
  go(survey, 'hub')
}

/** Records "rather not say" for every item that routing needs and that is still open. */
export function refuseMissed(survey: Survey, concerns: (item: Item) => boolean = () => true): void {
  for (;;) {
    // One at a time: a refusal may take later items off the way.
    const item = missedItems(survey).find((one) => concerns(one) && one.missing.length > 0)
    const word = item?.missing.includes('refused') ? 'refused' : item?.missing[0]
    if (!item || !word) return
    survey.answers = { ...survey.answers, [item.code]: word }
  }
}
