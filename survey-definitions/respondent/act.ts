import type { Item } from '../questionnaire-schema.ts'
import { giveAnswer, giveEntries } from './answering.ts'
import { go, type Survey } from './survey.ts'
import { continueFrom, enterSection, openSection, placeOf, viewBefore } from './walking.ts'

/** What a press of a button does; `code` is the section, item or view it concerns. */
type Act = (survey: Survey, code: string) => void

/** Acts by the first word of a button's value. */
export type Acts = Readonly<Record<string, Act>>

/** What answering needs. Sending, checking and erasing come with the later script. */
export const CORE_ACTS: Acts = {
  next: continueFrom,
  open: openSection,
  enter: enterSection,
  view: (survey, view) => go(survey, view === 'erase' ? `erase ${survey.view}` : view),
  back: (survey) => go(survey, viewBefore(survey, survey.view)),
  clear: (survey, code) => {
    for (const item of itemsInView(survey)) {
      if (item.code === code && item.kind !== 'note') giveAnswer(survey, item, undefined)
    }
  },
}

/** Does what a button's value names; false for a name that is none of these. */
export function act(survey: Survey, acts: Acts, value: string): boolean {
  const [name = '', ...rest] = value.split(' ')
  acts[name]?.(survey, rest.join(' '))
  return name in acts
}

/** Takes the fields of the view into the answers. `entriesOf` gives all that stands under a name. */
export function takeEntries(
  survey: Survey,
  entriesOf: (name: string) => readonly string[],
  last?: string,
): void {
  for (const item of itemsInView(survey)) {
    if (item.kind !== 'note') giveEntries(survey, item, { entries: entriesOf(item.code), last })
  }
}

export function itemsInView(survey: Survey): readonly Item[] {
  return placeOf(survey)?.items ?? []
}
