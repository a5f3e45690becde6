import { CORE_ACTS } from '../../survey-definitions/respondent/act.ts'
import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import { nothingYet } from '../../survey-definitions/respondent/survey.ts'
import { unpackQuestionnaire } from '../../survey-definitions/respondent/unpack-questionnaire.ts'
import { hubView } from '../../survey-definitions/respondent/views/hub-view.ts'
import { itemView } from '../../survey-definitions/respondent/views/item-view.ts'
import { sectionView } from '../../survey-definitions/respondent/views/section-view.ts'
import type { DraftStore } from './draft.ts'
import { drawPage } from './draw-page.ts'
import { loadLater } from './load-later.ts'
import type { Page } from './page.ts'
import { resumedView } from './resumed-view.ts'
import { takeEvents } from './take-events.ts'

const notYet = (): void => undefined

/** Makes the page that the server drew answer what a person does, from where the draft was left. */
export function openPage(data: PageData, store: DraftStore): void {
  const page: Page = {
    data,
    store,
    survey: {
      ...nothingYet(),
      ...store.read(),
      questionnaire: unpackQuestionnaire(data.form, data.language),
      language: data.language,
      texts: data.texts,
      keeping: 'device',
      problems: [],
    },
    views: { hub: hubView, section: sectionView, item: itemView, change: itemView },
    acts: CORE_ACTS,
    letter: [...(document.querySelector('main')?.childNodes ?? [])],
    title: document.title,
    receipt: '',
    pending: '',
    isFollowing: false,
    draw: notYet,
    keep: notYet,
    press: notYet,
    changed: notYet,
  }
  page.survey.view = resumedView(page.survey, data.state)
  drawPage(page)
  takeEvents(page)
  loadLater(page)
}
