import { LATER_ACTS } from '../../survey-definitions/respondent/later-acts.ts'
import { giveEntries } from '../../survey-definitions/respondent/answering.ts'
import { CHECKING } from '../../survey-definitions/respondent/checking.ts'
import { el } from '../../survey-definitions/respondent/markup.ts'
import { go, itemsOnPath } from '../../survey-definitions/respondent/survey.ts'
import { checkView } from '../../survey-definitions/respondent/views/check-view.ts'
import { eraseView } from '../../survey-definitions/respondent/views/erase-view.ts'
import { finalView } from '../../survey-definitions/respondent/views/final-view.ts'
import { announce } from './announce.ts'
import { refuseToBegin } from './refuse-to-begin.ts'
import { carryFiles, carryOffer } from './carry-file.ts'
import { followTabs } from './follow-tabs.ts'
import { forget } from './forget.ts'
import { LATER_TEXTS } from './later-texts.ts'
import { keepOffline } from './offline.ts'
import { offerOlderDraft } from './older-draft.ts'
import { keepOutbox } from './outbox.ts'
import { toDom } from './dom.ts'
import type { Page } from './page.ts'
import { switchLanguages } from './switch-language.ts'

export { LATER_TEXTS } from './later-texts.ts'

/** Where the build put the later style. */
declare const LATER_STYLE: string

/** Adds to the page what is needed only sometimes: checking, sending, the ways out and across. */
export function start(page: Page): void {
  const { survey } = page
  Object.assign(survey.texts, LATER_TEXTS)
  survey.checking = CHECKING
  addStyle()
  const outbox = keepOutbox(page)
  page.views = {
    ...page.views,
    ...outbox.views,
    check: checkView,
    erase: eraseView,
    final: (it) => [finalView(it), carryOffer(it)],
  }
  page.acts = {
    ...page.acts,
    ...LATER_ACTS,
    ...outbox.acts,
    ...carryFiles(page),
    ...offerOlderDraft(page),
    begin: refuseToBegin,
    print: () => print(),
    erase: () => {
      forget(page)
      go(survey, 'intro')
      announce(survey.texts.erased)
    },
  }
  followTabs(page)
  switchLanguages(page)
  page.changed = () => {
    const hasAnswers = Object.keys(survey.answers).length > 0
    if (hasAnswers && survey.keeping === 'device' && survey.key)
      void keepOffline([location.pathname, page.data.later, LATER_STYLE])
  }
  if (page.data.state !== 'open' && survey.key)
    document.querySelector('main')?.append(toDom(el('p', {}, survey.texts.stillKept)))
  catchUp(page)
}

/** Does what had to wait for this script: reads what was typed, shows the view, repeats the press. */
function catchUp(page: Page): void {
  const { survey, pending } = page
  for (const item of itemsOnPath(survey)) {
    const typed = survey.typed[item.code]
    if (typed !== undefined && item.kind !== 'note') giveEntries(survey, item, { entries: [typed] })
  }
  page.pending = ''
  if (pending) page.press(pending)
  else if (survey.key && !/^(intro|hub|item|change|section)/.test(survey.view)) page.draw()
  page.changed()
}

function addStyle(): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = LATER_STYLE
  document.head.append(link)
}
