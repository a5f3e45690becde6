import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import { openDraftStore } from './draft.ts'
import { openPage } from './open-page.ts'

let isOpen = false
function open(): void {
  if (isOpen) return
  isOpen = true
  const data: PageData = JSON.parse(document.getElementById('survey')?.textContent ?? '')
  openPage(
    data,
    openDraftStore(() => localStorage, `pci-pulse/${data.wave}/${data.hash}`),
  )
}

// Unpacking, and the first look into storage, take a slow phone a tenth of a second: the letter is painted
// first. A click before that opens the page on its way.
addEventListener('click', open, true)
requestAnimationFrame(() => setTimeout(open))
