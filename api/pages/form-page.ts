import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import { say } from '../../survey-definitions/respondent/say.ts'
import { answeredCount, type Survey } from '../../survey-definitions/respondent/survey.ts'
import { checkView } from '../../survey-definitions/respondent/views/check-view.ts'
import { eraseView } from '../../survey-definitions/respondent/views/erase-view.ts'
import { errorSummary, fieldError } from '../../survey-definitions/respondent/views/error-summary.ts'
import { finalView } from '../../survey-definitions/respondent/views/final-view.ts'
import { hubView } from '../../survey-definitions/respondent/views/hub-view.ts'
import { itemView } from '../../survey-definitions/respondent/views/item-view.ts'
import { button } from '../../survey-definitions/respondent/views/pieces.ts'
import { sectionView } from '../../survey-definitions/respondent/views/section-view.ts'
import { writeFormDraft } from './form-draft.ts'
import { letterView } from './letter-view.ts'
import type { RespondShell } from './respond-shell.ts'
import { surveyDocument } from './survey-document.ts'
import type { SurveyPage } from './survey-page-store.ts'

const VIEWS: Readonly<Record<string, (survey: Survey) => Child>> = {
  hub: hubView,
  section: sectionView,
  item: itemView,
  change: itemView,
  check: checkView,
  final: finalView,
  erase: eraseView,
}

/** The next page of a walk without script; `outcome` in the place of a view where answers were sent. */
export function formPage(
  page: SurveyPage,
  survey: Survey,
  { shell, outcome }: { readonly shell: RespondShell; readonly outcome?: Child },
): string {
  const { head, questionnaire } = page
  const { texts, language, key, problems } = survey
  // Drawn first: drawing a list experiment draws its arm.
  const main = outcome ?? viewOf(page, survey)
  const isLetter = outcome === undefined && survey.view === 'intro'
  return surveyDocument({
    head,
    shell,
    language,
    languages: questionnaire.languages,
    texts,
    title: (problems.length > 0 ? texts.errorPrefix : '') + texts.pageName,
    main,
    foot: key === '' || survey.view.startsWith('erase') ? false : whereAnswersAre(survey),
    hidden: key !== '' && el('input', { type: 'hidden', name: 'draft', value: writeFormDraft(survey) }),
    look: `${key === '' ? '' : 'begun'}${isLetter ? '' : ' turned'}`,
  })
}

function viewOf({ head, questionnaire }: SurveyPage, survey: Survey): Child {
  const { texts, language, view, problems } = survey
  const draw = VIEWS[view.split(' ')[0] ?? '']
  if (view !== 'intro') return (draw ?? hubView)(survey)
  const message = texts.consentNeeded
  return letterView({
    head,
    questionnaire,
    language,
    texts,
    problem: problems.length > 0 && [
      errorSummary(texts, [{ field: 'consent', message }]),
      fieldError(texts, 'consent-problem', message),
    ],
  })
}

function whereAnswersAre(survey: Survey): Child {
  const { texts } = survey
  return [
    el('p', { class: 'unsafe' }, say(texts.withoutScript, answeredCount(survey))),
    button('view erase', 'link', texts.eraseLink),
  ]
}
