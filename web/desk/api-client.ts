import type {
  CheckedDraftView,
  DefinitionSummary,
  ExportsView,
  HardValueView,
  LinkView,
  MarginView,
  OfficialScoreView,
  ProblemView,
  ProvinceForecastsView,
  ReleaseView,
  ScaleFileView,
  SnapshotView,
  StaffView,
  WaveView,
} from '../../api/views.ts'
import type { Answer } from '../../survey-definitions/answers.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { endSession } from './session.ts'

/** A request that was refused or never arrived; `offline` when there was no answer at all. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly errors: NonNullable<ProblemView['errors']>

  constructor(code: string, status: number, errors: NonNullable<ProblemView['errors']> = []) {
    super(code)
    this.code = code
    this.status = status
    this.errors = errors
  }
}

export const getSession = () => ask<StaffView>('GET', '/staff/session')
export const signIn = (token: string, name: string) =>
  ask<StaffView>('POST', '/staff/session', { token, name })
export const signOut = () => send('DELETE', '/staff/session')

export const getDefinitions = () => ask<readonly DefinitionSummary[]>('GET', '/definitions')
export const getPlan = definitionsOf<Plan>()
export const getEdition = definitionsOf<Edition>()
export const getQuestionnaire = definitionsOf<Questionnaire>()

/** What is wrong with an author's JSON, and the questionnaire where it can be shown. */
export const checkDraft = (text: string) =>
  ask<CheckedDraftView>('POST', '/definitions/questionnaires/check', { text })

export const getWaves = () => ask<readonly WaveView[]>('GET', '/waves')
export const getWave = (wave: string) => ask<WaveView>('GET', `/waves/${encodeURIComponent(wave)}`)
export const createWave = (fields: { title: string; plan: string; questionnaire: string }) =>
  ask<WaveView>('POST', '/waves', fields)
export const changeWave = (wave: string, fields: { title?: string; scaleLink?: WaveView['scaleLink'] }) =>
  ask<WaveView>('PATCH', of(wave), fields)
export const openWave = (wave: string) => ask<WaveView>('POST', of(wave, 'open'), {})
export const closeWave = (wave: string) => ask<WaveView>('POST', of(wave, 'close'), {})
export const release = (wave: string) => ask<ReleaseView>('POST', of(wave, 'releases'), {})

export const getLinks = (wave: string) => ask<readonly LinkView[]>('GET', of(wave, 'links'))
export const createLink = (wave: string, label: string) => ask<LinkView>('POST', of(wave, 'links'), { label })
export const deleteLink = (wave: string, code: string) =>
  send('DELETE', of(wave, `links/${encodeURIComponent(code)}`))

/** What staff typed from one paper form. */
export const sendEntry = (
  wave: string,
  entry: { key: string; questionnaire: string; answers: Readonly<Record<string, Answer>> },
) => send('POST', of(wave, 'entries'), entry)

/** The newest; asked for only where the wave says that there is one. */
export const getSnapshot = (wave: string) => ask<SnapshotView>('GET', of(wave, 'snapshot'))
export const analyseAgain = (wave: string) => ask<SnapshotView>('POST', of(wave, 'snapshots'), {})

export const getMargins = (wave: string) => ask<readonly MarginView[]>('GET', of(wave, 'margins'))
export const putMargins = (wave: string, csv: Blob) =>
  ask<readonly MarginView[]>('PUT', of(wave, 'margins'), new Blob([csv], { type: 'text/csv' }))
export const getHardValues = (wave: string) => ask<readonly HardValueView[]>('GET', of(wave, 'hard-values'))
export const putHardValues = (wave: string, values: readonly HardValueView[]) =>
  ask<readonly HardValueView[]>('PUT', of(wave, 'hard-values'), { values })

export const getScaleFile = (wave: string) => ask<ScaleFileView>('GET', of(wave, 'scale-file'))
export const putScaleFile = (wave: string, file: Blob) =>
  ask<ScaleFileView>('PUT', of(wave, 'scale-file'), new Blob([file], { type: 'application/json' }))
export const deleteScaleFile = (wave: string) => ask<ScaleFileView>('DELETE', of(wave, 'scale-file'))

export const getForecasts = () => ask<readonly ProvinceForecastsView[]>('GET', '/forecasts')
export const FORECASTS_CSV = '/api/forecasts/forecasts.csv'
/** Puts these in the place of all that were there of the year and province. */
export const putOfficialScores = (
  year: number,
  scores: { province: string; scores: readonly Omit<OfficialScoreView, 'province'>[] },
) => ask<readonly OfficialScoreView[]>('PUT', `/official-scores/${year}`, scores)

export const getExports = (wave: string) => ask<ExportsView>('GET', of(wave, 'exports'))
/** Where a browser fetches one export by itself, as a download. */
export const exportAddress = (wave: string, file: string) => `/api${of(wave, `exports/${file}.csv`)}`

function of(wave: string, below?: string): string {
  const address = `/waves/${encodeURIComponent(wave)}`
  return below === undefined ? address : `${address}/${below}`
}

/** Definitions never change under their hash, so each is fetched once a visit. */
function definitionsOf<Body>(): (hash: string) => Promise<Body> {
  const known = new Map<string, Promise<Body>>()
  return (hash) => {
    const asked = known.get(hash) ?? ask<Body>('GET', `/definitions/${hash}`)
    known.set(hash, asked)
    asked.catch(() => known.delete(hash))
    return asked
  }
}

/** What the API answers, trusted to be what its types say: it is built from the same source. */
async function ask<View>(method: string, path: string, body?: unknown): Promise<View> {
  const reply = await send(method, path, body)
  const view: View = await reply.json().catch(() => {
    throw new ApiProblem('unreadable', reply.status)
  })
  return view
}

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const reply = await fetch(`/api${path}`, request(method, body)).catch(() => undefined)
  if (reply === undefined) throw new ApiProblem('offline', 0)
  if (!reply.ok) throw await problemOf(reply)
  return reply
}

function request(method: string, body: unknown): RequestInit {
  if (body === undefined) return { method }
  if (body instanceof Blob) return { method, body, headers: { 'content-type': body.type } }
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(reply: Response): Promise<ApiProblem> {
  const problem: Partial<ProblemView> | undefined = await reply.json().catch(() => undefined)
  const code = problem?.code ?? (reply.status >= 500 ? 'internal_error' : 'unreadable')
  if (code === 'signed_out') endSession()
  return new ApiProblem(code, reply.status, problem?.errors)
}
