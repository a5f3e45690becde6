import { render } from 'preact'
import { browserCarrier } from './browser-carrier.ts'
import { localStorageOf, openDraftStore } from './draft.ts'
import { keepDraft } from './keep-draft.ts'
import { supportOlderBrowsers } from './older-browsers.ts'
import { readPageData } from './page-data.ts'
import { RespondPage } from './respond-page.tsx'
import './respond.css'
import { ToolsProvider } from './survey-context.ts'
import { createSurvey } from './survey-state.ts'
import { TEXTS } from './texts.ts'
import { keepViewHistory } from './view-history.ts'

async function start(place: HTMLElement): Promise<void> {
  supportOlderBrowsers()
  const page = await readPageData(document)
  if (page === undefined) return render(<Broken />, place)

  const survey = createSurvey(page, openDraftStore(localStorageOf(window), page.wave, page.questionnaireHash))
  keepDraft(survey, window)
  const { goBack } = keepViewHistory(survey, window)
  render(
    <ToolsProvider value={{ survey, carrier: browserCarrier(page.wave), goBack }}>
      <RespondPage />
    </ToolsProvider>,
    place,
  )
}

function Broken() {
  return (
    <main class="page">
      <h1>{TEXTS.vi.broken.title}</h1>
      <p>{TEXTS.vi.broken.body}</p>
      <p lang="en">
        {TEXTS.en.broken.title}. {TEXTS.en.broken.body}
      </p>
    </main>
  )
}

const place = document.getElementById('page')
if (place) void start(place)
