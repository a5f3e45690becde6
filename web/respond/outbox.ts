import type { Acts } from '../../survey-definitions/respondent/act.ts'
import { el } from '../../survey-definitions/respondent/markup.ts'
import { go } from '../../survey-definitions/respondent/survey.ts'
import { actions } from '../../survey-definitions/respondent/views/pieces.ts'
import { receiptView } from '../../survey-definitions/respondent/views/receipt-view.ts'
import { announce } from './announce.ts'
import { browserCarrier } from './browser-carrier.ts'
import { forget } from './forget.ts'
import type { Page } from './page.ts'
import { type Sending, sendUntilSettled, submissionOf } from './sending.ts'
import { sendingView } from './sending-view.ts'

/** Sends for as long as the sending view is on the screen, and shows what is true meanwhile. */
export function keepOutbox(page: Page): { readonly acts: Acts; readonly views: Page['views'] } {
  const { survey, data } = page
  const draw = page.draw
  let sending: Sending = { state: 'sending' }
  let leaving: AbortController | undefined

  function report(now: Sending): void {
    sending = now
    if (now.state === 'received') {
      page.receipt = now.receipt
      forget(page)
      go(survey, 'receipt')
    }
    if (survey.view !== 'sending' && survey.view !== 'receipt') return
    page.draw()
    const title = document.querySelector('h1')
    announce(title?.textContent ?? '')
    // The button that was pressed may be gone.
    if (document.activeElement === document.body) title?.focus()
  }

  function stop(): void {
    leaving?.abort()
    leaving = undefined
  }

  page.draw = () => {
    draw()
    if (survey.view !== 'sending') return stop()
    if (leaving) return
    leaving = new AbortController()
    const submission = submissionOf(survey, data)
    void sendUntilSettled({
      submission,
      carrier: browserCarrier(data.wave),
      report,
      cancelled: leaving.signal,
    })
  }

  return {
    acts: {
      send: () => {
        stop()
        go(survey, 'sending')
      },
    },
    views: {
      sending: () => sendingView(survey, sending),
      receipt: () => receiptView(survey.texts, page.receipt, printButton(survey.texts.print)),
    },
  }
}

function printButton(words: string) {
  return actions(el('button', { name: 'do', value: 'print', class: 'button second no-print' }, words))
}
