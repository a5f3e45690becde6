import { nothingYet } from '../../survey-definitions/respondent/survey.ts'
import { dropOffline } from './offline.ts'
import type { Page } from './page.ts'

/** Nothing of the answers stays: not in the page, not on the device, not in what opens it offline. */
export function forget({ survey, store }: Page): void {
  store.remove()
  dropOffline()
  Object.assign(survey, nothingYet(), { problems: [], keeping: 'device' })
  for (const box of document.querySelectorAll<HTMLInputElement>('#ticks input')) box.checked = false
}
