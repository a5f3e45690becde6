import type {
  DefinitionSummary,
  ExportsView,
  HardValueView,
  LinkView,
  MarginView,
  ProblemView,
  ReleaseView,
  SnapshotView,
  StaffView,
  WaveView,
} from '../../api/views.ts'
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
export const signIn = (token: string, name: string) => ask<StaffView>('POST', '/staff/session', { token, name })
export const signOut = () => ask<undefined>('DELETE', '/staff/session')

export const getDefinitions = () => ask<readonly DefinitionSummary[]>('GET', '/definitions')
export const getPlan = (hash: string) => definition<Plan>(hash)
export const getEdition = (hash: string) => definition<Edition>(hash)
export const getQuestionnaire = (hash: string) => definition<Questionnaire>(hash)

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
  ask<undefined>('DELETE', of(wave, `links/${encodeURIComponent(code)}`))

/** The newest snapshot, or null where there is none yet: a state of the wave, not a failure. */
export async function getSnapshot(wave: string): Promise<SnapshotView | null> {
  return ask<SnapshotView>('GET', of(wave, 'snapshot')).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'no_snapshot') return null
    throw error
  })
}
export const analyseAgain = (wave: string) => ask<SnapshotView>('POST', of(wave, 'snapshots'), {})

export const getMargins = (wave: string) => ask<readonly MarginView[]>('GET', of(wave, 'margins'))
export const putMargins = (wave: string, csv: Blob) =>
  ask<readonly MarginView[]>('PUT', of(wave, 'margins'), new Blob([csv], { type: 'text/csv' }))
export const getHardValues = (wave: string) => ask<readonly HardValueView[]>('GET', of(wave, 'hard-values'))
export const putHardValues = (wave: string, values: readonly HardValueView[]) =>
  ask<readonly HardValueView[]>('PUT', of(wave, 'hard-values'), { values })

export const getExports = (wave: string) => ask<ExportsView>('GET', of(wave, 'exports'))
/** Where a browser fetches one export by itself, as a download. */
export const exportAddress = (wave: string, file: string) => `/api${of(wave, `exports/${file}.csv`)}`

function of(wave: string, below?: string): string {
  const address = `/waves/${encodeURIComponent(wave)}`
  return below === undefined ? address : `${address}/${below}`
}

/** Definitions never change under their hash, so each is fetched once a visit. */
const definitions = new Map<string, Promise<unknown>>()

function definition<Body>(hash: string): Promise<Body> {
  const known = definitions.get(hash)
  if (known !== undefined) return known as Promise<Body>
  const asked = ask<Body>('GET', `/definitions/${hash}`)
  definitions.set(hash, asked)
  asked.catch(() => definitions.delete(hash))
  return asked
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`/api${path}`, request(method, body)).catch(() => undefined)
  if (answer === undefined) throw new ApiProblem('offline', 0)
  if (!answer.ok) throw await problemOf(answer)
  if (answer.status === 204) return undefined as Answer
  return answer.json().catch(() => {
    throw new ApiProblem('unreadable', answer.status)
  }) as Promise<Answer>
}

function request(method: string, body: unknown): RequestInit {
  if (body === undefined) return { method }
  if (body instanceof Blob) return { method, body, headers: { 'content-type': body.type } }
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const problem = (await answer.json().catch(() => undefined)) as Partial<ProblemView> | undefined
  const code = problem?.code ?? (answer.status >= 500 ? 'internal_error' : 'unreadable')
  if (answer.status === 401 && code === 'signed_out') endSession()
  return new ApiProblem(code, answer.status, problem?.errors)
}
