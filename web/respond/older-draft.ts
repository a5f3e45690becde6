import type { Acts } from '../../survey-definitions/respondent/act.ts'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { el } from '../../survey-definitions/respondent/markup.ts'
import { say } from '../../survey-definitions/respondent/say.ts'
import { go, type Progress } from '../../survey-definitions/respondent/survey.ts'
import { button, notice } from '../../survey-definitions/respondent/views/pieces.ts'
import { toDom } from './dom.ts'
import { parseDraft } from './draft.ts'
import type { Page } from './page.ts'

/** Offers what this device holds for an earlier version of the questionnaire: what still fits can be used again. */
export function offerOlderDraft(page: Page): Acts {
  const { survey, store, data } = page
  const older = survey.key ? undefined : findOlder(`pci-pulse/${data.wave}/`, store.name)
  if (!older) return {}
  const { answers } = older.draft
  const fitting = checkAnswers(survey.questionnaire, answers).kept
  const offer = toDom(
    notice(
      'older',
      survey.texts.olderTitle,
      el('p', {}, say(survey.texts.older, Object.keys(answers).length)),
      button('older', 'button second', survey.texts.olderTake),
    ),
  )
  document.getElementById('resume')?.before(offer)
  return {
    older: () => {
      Object.assign(survey, { key: older.draft.key, answers: fitting })
      go(survey, 'hub')
      localStorage.removeItem(older.name)
      offer.remove()
    },
  }
}

function findOlder(
  prefix: string,
  own: string,
): { readonly name: string; readonly draft: Progress } | undefined {
  try {
    for (const name of Object.keys(localStorage)) {
      const draft = name.startsWith(prefix) && name !== own && parseDraft(localStorage.getItem(name))
      if (draft) return { name, draft }
    }
  } catch {
    // A browser that keeps nothing holds nothing.
  }
  return undefined
}
