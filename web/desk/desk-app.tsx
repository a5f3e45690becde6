import { LocationProvider, Route, Router } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { ApiProblem, getSession } from './api-client.ts'
import { EntrancePage } from './entrance-page.tsx'
import { ForecastsPage } from './forecasts/forecasts-page.tsx'
import { HomePage } from './home-page.tsx'
import { Masthead } from './masthead.tsx'
import { NewWavePage } from './new-wave-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { ProblemNote } from './problem-note.tsx'
import { PreviewPage } from './preview/preview-page.tsx'
import { beginSession, leaveSession, mayBeSignedIn, session } from './session.ts'
import { WavePages } from './wave-pages.tsx'
import { WavesPage } from './waves-page.tsx'

/** The staff's side of the product: who is here, then the page the address names. */
export function DeskApp() {
  useEffect(() => void findSession(), [])

  return (
    <LocationProvider scope="/desk">
      <a class="skip-link no-print" href="#main">
        Đến nội dung chính
      </a>
      <Masthead />
      <OfflineBar />
      <main id="main" tabIndex={-1}>
        <DeskContent />
      </main>
    </LocationProvider>
  )
}

async function findSession() {
  if (!mayBeSignedIn()) {
    leaveSession()
    return
  }
  try {
    const { name } = await getSession()
    beginSession(name)
  } catch {
    // A refusal has already said `signed-out`; anything else leaves us not knowing.
    if (session.value.state === 'unknown') session.value = { state: 'unreachable' }
  }
}

function DeskContent() {
  const { state } = session.value
  if (state === 'unknown') return <p class="loading">Đang mở bàn điều hành…</p>
  if (state === 'unreachable') {
    return <ProblemNote problem={new ApiProblem('offline', 0)} retry={() => void findSession()} />
  }
  if (state === 'signed-out') return <EntrancePage />
  return (
    <Router>
      <Route path="/desk" component={HomePage} />
      <Route path="/desk/preview" component={PreviewPage} />
      <Route path="/desk/forecasts" component={ForecastsPage} />
      <Route path="/desk/waves" component={WavesPage} />
      <Route path="/desk/waves/new" component={NewWavePage} />
      <Route path="/desk/waves/:wave" component={WavePages} />
      <Route path="/desk/waves/:wave/*" component={WavePages} />
      <Route default component={NotFoundPage} />
    </Router>
  )
}
