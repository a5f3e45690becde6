import { createApp } from '../../api/app.ts'
import type { Database } from '../../api/db/database.ts'
import {
  type Publication,
  publishEdition,
  publishPlan,
  publishQuestionnaire,
} from '../../api/definitions/publish-definition.ts'
import type { Dependencies } from '../../api/dependencies.ts'
import { createLink } from '../../api/links/link-store.ts'
import { createEnrolment } from '../../api/staff/enrolment.ts'
import { planWave } from '../../api/waves/plan-wave.ts'
import { createWave, openWave } from '../../api/waves/wave-store.ts'
import { DATABASES, type TestDatabase } from './databases.ts'
import { builtShell } from './built-shell.ts'
import { TINY_EDITION, TINY_PLAN, TINY_QUESTIONNAIRE } from './definitions.ts'

export const ORIGIN = 'http://localhost:9200'

/** 4 May 2026, 16:30 in Việt Nam. */
const START = new Date('2026-05-04T09:30:00Z')

const BUILT_FILES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/respond/worker.js': ['text/javascript; charset=utf-8', 'worker()'],
  '/desk/index.html': ['text/html; charset=utf-8', '<!doctype html><title>Desk</title><body></body>'],
  '/public/index.html': ['text/html; charset=utf-8', '<!doctype html><title>Public</title><body></body>'],
  '/assets/respond-x1.js': ['text/javascript; charset=utf-8', 'export {}'],
}

/** A sendable set of answers to the tiny questionnaire. */
export const ANSWERS = {
  'legal-form': 'private',
  land: 'yes',
  days: 30,
  problems: ['slow'],
  cost: 2.5,
  fair: 4,
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>

/**
 * The whole app over a fresh database with the tiny definitions published, one open wave and one
 * link. The clock stands still until a test moves it.
 */
export async function openTestApp(
  { open, engine }: TestDatabase = DATABASES[0]!,
  { demo = false, wrap = (database: Database) => database } = {},
) {
  const database = wrap(await open())
  const clock = { now: START }
  const errors: unknown[] = []
  const dependencies: Dependencies = {
    database,
    config: { origin: ORIGIN, engine, demo },
    now: () => clock.now,
    logError: (error) => errors.push(error),
    asset: async (path) => {
      const file = BUILT_FILES[path]
      return file ? new Response(file[1], { headers: { 'content-type': file[0] } }) : builtShell(path)
    },
  }
  const app = createApp(dependencies)

  const hashes = await publishTiny(database)
  const wave = await createWave(database, {
    title: 'Đợt thử',
    ...(await definitionsOf(database, hashes)),
    demo: demo ? 1 : 0,
  })
  await openWave(database, wave, '2026-05-04')
  const link = await createLink(database, { wave: wave.id, label: 'Quầy số 1' })

  /** What a browser sends; members given replace the usual ones. */
  const submission = (changes: Readonly<Record<string, unknown>> = {}) => ({
    key: newKey(),
    questionnaire: hashes.questionnaire,
    answers: ANSWERS,
    ...changes,
  })

  const send = async (path: string, init: RequestInit & { readonly json?: unknown } = {}) =>
    app.request(path, {
      ...init,
      ...(init.json !== undefined && { method: init.method ?? 'POST', body: JSON.stringify(init.json) }),
      headers: { ...(init.json !== undefined && { 'content-type': 'application/json' }), ...headersOf(init) },
    })

  return {
    app,
    database,
    dependencies,
    clock,
    /** What was logged as bugs or broken machines. */
    errors,
    hashes,
    wave: wave.id,
    link: link.code,
    submission,
    send,
    /** Sends answers into the open wave. */
    submit: (changes?: Readonly<Record<string, unknown>>) =>
      send(`/api/waves/${wave.id}/submissions`, { json: submission(changes) }),
    /** Headers of a signed-in member of staff, for requests that change something too. */
    signIn: async (name = 'Nguyễn Thị Hoa'): Promise<Record<string, string>> => {
      const { token } = await createEnrolment(dependencies)
      const reply = await send('/api/staff/session', { json: { token, name }, headers: { origin: ORIGIN } })
      const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';')
      return { cookie, origin: ORIGIN }
    },
    close: () => database.close(),
  }
}

/** 132 random bits, as a browser makes them. */
export function newKey(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(17))).toString('base64url')
}

/** Publishes the tiny definitions and answers their hashes. */
export async function publishTiny(database: Database) {
  return {
    edition: hashOf(await publishEdition(database, TINY_EDITION)),
    plan: hashOf(await publishPlan(database, TINY_PLAN)),
    questionnaire: hashOf(await publishQuestionnaire(database, TINY_QUESTIONNAIRE)),
  }
}

export function hashOf(publication: Publication): string {
  if (publication.ok) return publication.hash
  throw new Error(`A definition was refused: ${JSON.stringify(publication.errors)}`)
}

async function definitionsOf(database: Database, hashes: { plan: string; questionnaire: string }) {
  const definitions = await planWave(database, hashes)
  if (!definitions) throw new Error('The tiny definitions do not belong together')
  return definitions
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers ?? {}))
}
