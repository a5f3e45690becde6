import { Route, Router, useLocation } from 'preact-iso'
import { ExportsPage } from './exports-page.tsx'
import { HandoutPage } from './handouts/handout-page.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import { InputsPage } from './inputs-page.tsx'
import { Loaded } from './loaded.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { EntryPage } from './paper/entry-page.tsx'
import { PaperPage } from './paper/paper-page.tsx'
import { SubIndexPage } from './sub-index-page.tsx'
import { useResource } from './use-resource.ts'
import { WaveContext, loadWaveContents } from './wave-context.ts'
import { WavePage } from './wave-page.tsx'

/** Everything about one wave: its name, its four parts, and the part the address names. */
export function WavePages({ params }: { params?: { wave?: string } }) {
  const id = params?.wave ?? ''
  const contents = useResource(id, () => loadWaveContents(id))
  if (contents.state === 'failed' && contents.problem.code === 'not_found') return <NotFoundPage />
  return (
    <Loaded resource={contents}>
      {(value) => (
        <WaveContext.Provider value={{ ...value, reload: contents.reload }}>
          <WaveParts id={id} title={value.wave.title} />
          <Router>
            <Route path="/" component={WavePage} />
            <Route path="/results" component={OverviewPage} />
            <Route path="/results/:subIndex" component={SubIndexPage} />
            <Route path="/results/:subIndex/:indicator" component={IndicatorPage} />
            <Route path="/inputs" component={InputsPage} />
            <Route path="/exports" component={ExportsPage} />
            <Route path="/links/:code/print/:handout" component={HandoutPage} />
            <Route path="/paper" component={PaperPage} />
            <Route path="/entry" component={EntryPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </WaveContext.Provider>
      )}
    </Loaded>
  )
}

const PARTS = [
  { path: '/results', name: 'Kết quả' },
  { path: '', name: 'Thu thập' },
  { path: '/inputs', name: 'Số liệu' },
  { path: '/exports', name: 'Tải về' },
]

/** Addresses below a wave's that belong to its first part. */
const COLLECTING = /^(\/(links|paper|entry)\b.*)?$/

function WaveParts({ id, title }: { id: string; title: string }) {
  const { path } = useLocation()
  const base = `/desk/waves/${id}`
  const isHere = (part: string) =>
    part === '' ? COLLECTING.test(path.slice(base.length)) : path.startsWith(base + part)
  return (
    <nav class="wave-parts no-print" aria-label="Đợt khảo sát">
      <p class="wave-title">{title}</p>
      <ul>
        {PARTS.map(({ path: part, name }) => (
          <li key={part}>
            <a href={base + part} aria-current={isHere(part) ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
