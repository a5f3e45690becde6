import { type IncomingMessage, request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../api/db/database.ts'
import { keyMarksOf } from '../../api/submissions/key-marks.ts'
import { newKey } from '../support/app.ts'
import { addWaves, RUNTIMES, type ServedApp, type Waves } from '../support/served-apps.ts'
import { CANARY, type CaseContext, JSON_TYPE, type Refused, type Sent, type Taken } from './case.ts'
import { REFUSED_ADDRESSES } from './refused-addresses.ts'
import refusedAnswers from './refused-answers.json' with { type: 'json' }
import { REFUSED_BODIES } from './refused-bodies.ts'
import { REFUSED_HEADERS } from './refused-headers.ts'
import { REFUSED_MEMBERS } from './refused-members.ts'
import takenAnswers from './taken-answers.json' with { type: 'json' }
import { TAKEN_REQUESTS } from './taken-requests.ts'

const MEGABYTE = 1024 * 1024

/** Sends answers that are written as the JSON that goes over the wire, to the open wave or another. */
const sending = ({ answers, randomised }: WrittenAnswers): Pick<Sent, 'headers' | 'path' | 'body'> => ({
  headers: JSON_TYPE,
  ...(randomised && { path: ({ waves }) => `/api/waves/${waves.randomised}/submissions` }),
  body: ({ waves, key }) => {
    const questionnaire = randomised ? waves.randomisedQuestionnaire : waves.questionnaire
    return `{"key":"${key}","questionnaire":"${questionnaire}","answers":${answers}}`
  },
})

interface WrittenAnswers {
  readonly answers: string
  readonly randomised?: boolean
}

const REFUSED: readonly Refused[] = [
  ...REFUSED_BODIES,
  ...REFUSED_HEADERS,
  ...REFUSED_MEMBERS,
  ...refusedAnswers.map((written): Refused => ({ ...written, ...sending(written) })),
  ...REFUSED_ADDRESSES,
]

const TAKEN: readonly Taken[] = [
  ...TAKEN_REQUESTS,
  ...takenAnswers.map((written): Taken => ({ ...written, ...sending(written) })),
]

const Refusal = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number(),
  code: z.string().regex(/^[a-z0-9_]+$/),
  errors: z
    .array(z.strictObject({ path: z.string(), code: z.string() }))
    .max(20)
    .optional(),
})

describe.each(RUNTIMES)('hostile input on $name', ({ open }) => {
  let app: ServedApp
  let waves: Waves
  beforeAll(async () => {
    app = await open()
    waves = await addWaves(app.database)
  })
  afterAll(() => app.close())

  it.each(REFUSED)('$number: $name is refused', async (refused) => {
    const key = newKey()
    const before = await everyRow(app.database)

    const reply = await send(app.url, refused, { waves, key })

    const { status, code, errors } = refused
    expect(reply.status).toBe(status)
    expect(Refusal.parse(JSON.parse(reply.body))).toMatchObject({ status, code, ...(errors && { errors }) })
    expect(reply.type).toBe('application/problem+json; charset=utf-8')
    expect(await everyRow(app.database)).toBe(before)
    expect(echoes(reply, key)).toEqual([])
  })

  it.each(TAKEN)('$number: $name is taken', async (taken) => {
    const key = newKey()
    const reply = await send(app.url, taken, { waves, key })

    expect(reply.status).toBe(201)
    expect(reply.type).toBe('application/json')
    const { receipt } = await keyMarksOf(key)
    expect(JSON.parse(reply.body)).toEqual({ status: 'received', receipt, pruned: taken.pruned ?? [] })
    expect(await storedAnswers(app.database, key)).toEqual(taken.stored)
    expect(echoes(reply, key)).toEqual([])
  })

  it('10: a body without end is cut off, not read', async () => {
    const path = `/api/waves/${waves.open}/submissions`
    expect(await bytesTaken(app.url, path, 200 * MEGABYTE)).toBeLessThan(65 * MEGABYTE)
  })

  it('33: one submission ten times at once is one submission', async () => {
    const key = newKey()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => send(app.url, numbered(27), { waves, key })),
    )
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ])
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
  })

  it('34: other answers under a used key are refused', async () => {
    const key = newKey()
    expect((await send(app.url, numbered(17), { waves, key })).status).toBe(201)
    const other = await send(app.url, numbered(20), { waves, key })
    expect([other.status, JSON.parse(other.body).code]).toEqual([409, 'key_reused'])
    expect(await storedAnswers(app.database, key)).toEqual(numbered(17).stored)
  })

  it('52: a path for a link leads to the page that says so', async () => {
    const path = () => '/s/..%2f..%2fdesk'
    const reply = await send(app.url, { number: 52, name: '', method: 'GET', path }, { waves, key: '' })
    expect([reply.status, reply.type]).toEqual([404, 'text/html; charset=UTF-8'])
  })

  it('53: an address of 20 kB is refused by the app or before it', async () => {
    const path = () => `/q/${'a'.repeat(20_000)}`
    const reply = await send(app.url, { number: 53, name: '', method: 'GET', path }, { waves, key: '' })
    expect([414, 431]).toContain(reply.status)
  })

  function echoes({ body, headers }: Reply, key: string): readonly string[] {
    return [CANARY, key, waves.questionnaire].filter((sent) => `${headers} ${body}`.includes(sent))
  }

  it('leaves no trace: nothing is polluted and nothing sent is in the log', async () => {
    expect(Reflect.get({}, 'admin')).toBeUndefined()
    expect(Reflect.get({}, 'x')).toBeUndefined()
    expect(app.log()).not.toContain(CANARY)
  })
})

function numbered(number: number): Taken {
  const taken = TAKEN.find((each) => each.number === number)
  if (!taken) throw new Error(`The corpus has lost its case ${number}`)
  return taken
}

interface Reply {
  readonly status: number
  readonly type: string | undefined
  readonly headers: string
  readonly body: string
}

/** Sends a case byte by byte as it is written: fetch would mend addresses and headers. */
async function send(url: URL, hostile: Sent, context: CaseContext): Promise<Reply> {
  const path = hostile.path?.(context) ?? `/api/waves/${context.waves.open}/submissions`
  const body = hostile.body && Buffer.from(hostile.body(context))
  const length = body && hostile.chunkBytes === undefined ? { 'content-length': String(body.length) } : {}
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      {
        host: url.hostname,
        port: url.port,
        method: hostile.method ?? 'POST',
        path,
        headers: { ...hostile.headers, ...length },
        // A connection each: what one case does to its own must not touch the next.
        agent: false,
      },
      resolve,
    )
    // A server that has heard enough closes while we still send; what counts is its answer.
    outgoing.on('error', (error) => setTimeout(() => reject(error), 1000))
    if (!body) outgoing.end()
    else if (hostile.chunkBytes === undefined) outgoing.end(body)
    else {
      for (let at = 0; at < body.length; at += hostile.chunkBytes) {
        outgoing.write(body.subarray(at, at + hostile.chunkBytes))
      }
      outgoing.end()
    }
  })
  let text = ''
  try {
    for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk)
  } catch (error) {
    // Cut off after its answer, which was complete when it parses.
    if (text === '') throw error
  }
  return {
    status: incoming.statusCode ?? 0,
    type: incoming.headers['content-type'],
    headers: JSON.stringify(incoming.headers),
    body: text,
  }
}

/** How much of an endless body a server takes before it hangs up: it has half a second to say why. */
async function bytesTaken({ hostname, port }: URL, path: string, mostBytes: number): Promise<number> {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
  const outgoing = request({ host: hostname, port, method: 'POST', path, headers, agent: false })
  const ended = new AbortController()
  outgoing.on('close', () => ended.abort()).on('error', () => ended.abort())
  const chunk = Buffer.alloc(MEGABYTE / 4, ' ')
  for (let sent = 0; sent < mostBytes && !ended.signal.aborted; sent += chunk.length) {
    outgoing.write(chunk)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  outgoing.destroy()
  return outgoing.socket?.bytesWritten ?? 0
}

const TABLES = [
  'definition',
  'wave',
  'wave_questionnaire',
  'link',
  'inbox',
  'accepted',
  'release',
  'response',
] as const
const MORE_TABLES = [
  'free_text',
  'snapshot',
  'margin',
  'hard_value',
  'staff',
  'enrolment',
  'session',
] as const

/** A text that changes whenever a row of any table does: their number and everything in them. */
async function everyRow({ query }: Database): Promise<string> {
  const count = (table: string) => sql<number>`(select count(*) from ${sql.table(table)})`.as(table)
  const rows = await query
    .selectNoFrom([
      ...[...TABLES, ...MORE_TABLES].map(count),
      sql<string>`(select group_concat(tag || wave || body) from inbox)`.as('waiting'),
      sql<string>`(select group_concat(tag || wave || body_digest) from accepted)`.as('taken'),
    ])
    .execute()
  return JSON.stringify(rows)
}

async function storedAnswers({ query }: Database, key: string): Promise<unknown> {
  const row = await query
    .selectFrom('inbox')
    .select('body')
    .where('tag', '=', (await keyMarksOf(key)).inboxTag)
    .executeTakeFirst()
  return row && JSON.parse(row.body).answers
}
