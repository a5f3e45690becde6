import { type IncomingMessage, request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../api/db/database.ts'
import { digestOf } from '../../api/digest.ts'
import { newKey } from '../support/app.ts'
import { addWaves, RUNTIMES, type ServedApp, type Waves } from '../support/served-apps.ts'
import { CANARY, type Case } from './case.ts'
import answers from './hostile-answers.json' with { type: 'json' }
import { HOSTILE_ADDRESSES, HOSTILE_SUBMISSIONS } from './hostile-requests.ts'

/** Cases that differ in their answers only, written as the JSON that goes over the wire. */
const HOSTILE_ANSWERS = answers.map(({ answers: json, ...expected }): Case => ({
  ...expected,
  headers: { 'content-type': 'application/json' },
  body: ({ waves, key }) => `{"key":"${key}","questionnaire":"${waves.questionnaire}","answers":${json}}`,
}))

const CASES = [...HOSTILE_SUBMISSIONS, ...HOSTILE_ANSWERS, ...HOSTILE_ADDRESSES]

const Refusal = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number(),
  code: z.string().regex(/^[a-z0-9_]+$/),
  errors: z.array(z.strictObject({ path: z.string(), code: z.string() })).max(20).optional(),
})

describe.each(RUNTIMES)('hostile input on $name', ({ open }) => {
  let app: ServedApp
  let waves: Waves
  beforeAll(async () => {
    app = await open()
    waves = await addWaves(app.database)
  })
  afterAll(() => app.close())

  it.each(CASES)('$number: $name', async (hostile) => {
    const key = newKey()
    const before = await everyRow(app.database)

    const reply = await send(app.url, hostile, { waves, key })

    expect([hostile.status].flat()).toContain(reply.status)
    if (hostile.code !== undefined) {
      const refusal = Refusal.parse(JSON.parse(reply.body))
      expect(refusal).toMatchObject({ status: hostile.status, code: hostile.code })
      expect(reply.type).toBe('application/problem+json; charset=utf-8')
      if (hostile.errors) expect(refusal.errors).toEqual(hostile.errors)
    }
    if (hostile.stored) {
      expect(JSON.parse(reply.body)).toEqual({ status: 'received', pruned: hostile.pruned ?? [] })
      expect(await storedAnswers(app.database, key)).toEqual(hostile.stored)
    } else {
      expect(await everyRow(app.database)).toBe(before)
    }
    for (const sent of [CANARY, key, waves.questionnaire]) {
      expect(reply.body).not.toContain(sent)
      expect(reply.headers).not.toContain(sent)
    }
  })

  it('33: one submission ten times at once is one submission', async () => {
    const key = newKey()
    const [hostile] = HOSTILE_SUBMISSIONS.filter(({ number }) => number === 27)
    if (!hostile) throw new Error('The corpus has lost its case 27')
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(app.url, hostile, { waves, key })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201])
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
  })

  it('34: other answers under a used key are refused', async () => {
    const key = newKey()
    const cases = HOSTILE_ANSWERS.filter(({ number }) => number === 17 || number === 20)
    const statuses = []
    for (const hostile of cases) statuses.push((await send(app.url, hostile, { waves, key })).status)
    expect(statuses).toEqual([201, 409])
    expect(await storedAnswers(app.database, key)).toEqual(cases[0]?.stored)
  })

  it('leaves no trace: nothing is polluted and nothing sent is in the log', async () => {
    expect(Reflect.get({}, 'admin')).toBeUndefined()
    expect(Reflect.get({}, 'x')).toBeUndefined()
    expect(app.log()).not.toContain(CANARY)
  })
})

interface Reply {
  readonly status: number
  readonly type: string | undefined
  readonly headers: string
  readonly body: string
}

/** Sends a case byte by byte as it is written: fetch would mend addresses and headers. */
async function send(url: URL, hostile: Case, context: Parameters<NonNullable<Case['body']>>[0]): Promise<Reply> {
  const path = hostile.path?.(context) ?? `/api/waves/${context.waves.open}/submissions`
  const body = hostile.body && Buffer.from(hostile.body(context))
  const length = body && hostile.chunkBytes === undefined ? { 'content-length': String(body.length) } : {}
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      { host: url.hostname, port: url.port, method: hostile.method ?? 'POST', path, headers: { ...hostile.headers, ...length } },
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

const TABLES = ['definition', 'wave', 'wave_questionnaire', 'link', 'inbox', 'accepted', 'release', 'response'] as const
const MORE_TABLES = ['free_text', 'snapshot', 'margin', 'hard_value', 'staff', 'enrolment', 'session'] as const

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
    .where('tag', '=', await digestOf(key))
    .executeTakeFirst()
  return row && JSON.parse(row.body).answers
}
