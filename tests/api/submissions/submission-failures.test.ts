import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../api/db/database.ts'
import { openMigrated } from '../../../api/runtime/node-database.ts'
import { submissionCommit } from '../../../api/submissions/submission-commit.ts'
import type { Submission } from '../../../api/submissions/submission-store.ts'
import { newKey, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES, temporaryFolder } from '../../support/databases.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function opened(...settings: Parameters<typeof openTestApp>): Promise<TestApp> {
  const test = await openTestApp(...settings)
  closing.push(test.close)
  return test
}

const inboxSize = async ({ query }: Database) =>
  (await query.selectFrom('inbox').select('tag').execute()).length

/** Something that one part of a test waits for and another gives. */
function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

/** The same database, whose connection is lost once, after a commit was done. */
function losingOneAnswer(database: Database): Database & { lose: () => void } {
  let lost = false
  return {
    ...database,
    lose: () => {
      lost = true
    },
    atomically: async (statements) => {
      const results = await database.atomically(statements)
      if (!lost) return results
      lost = false
      throw new Error('D1_ERROR: Network connection lost.')
    },
  }
}

describe.each(DATABASES)('a failing submission on $name', (engine) => {
  it('is answered with 503 when nobody knows whether it was stored, and a retry gives the answer', async () => {
    let line: ReturnType<typeof losingOneAnswer> | undefined
    const test = await opened(engine, { wrap: (database) => (line = losingOneAnswer(database)) })
    const key = newKey()
    line?.lose()

    const lost = await test.submit({ key })
    expect(lost.status).toBe(503)
    expect(await lost.json()).toMatchObject({ code: 'retry_later' })
    expect(lost.headers.get('retry-after')).toBe('5')

    const retried = await test.submit({ key })
    expect(retried.status).toBe(200)
    expect(await retried.json()).toMatchObject({ status: 'received', pruned: [] })
    expect(await inboxSize(test.database)).toBe(1)
  })

  it('does not fail those it arrived with', async () => {
    const test = await opened(engine)
    const accept = submissionCommit({
      database: test.database,
      config: { ...test.dependencies.config, engine: 'sqlite' },
    })
    const submission = (tag: string, wave: string): Submission => ({
      acceptedTag: `receipt ${tag}`,
      inboxTag: tag,
      wave,
      body: { questionnaire: test.hashes.questionnaire, channel: 'open', answers: {} },
      bodyDigest: 'd',
    })
    const results = await Promise.allSettled([
      accept(submission('a', test.wave)),
      accept(submission('b', 'a-wave-that-is-not-there')),
      accept(submission('c', test.wave)),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const stored = await test.database.query.selectFrom('inbox').select('tag').orderBy('tag').execute()
    expect(stored.map(({ tag }) => tag)).toEqual(['a', 'c'])
  })

  it('hears of nothing before the commit', async () => {
    const commit = signal()
    const begun = signal()
    const test = await opened(engine, {
      wrap: (database) => ({
        ...database,
        atomically: async (statements) => {
          if (!statements.some((statement) => statement.compile().sql.includes('"inbox"'))) {
            return database.atomically(statements)
          }
          begun.give()
          await commit.given
          return database.atomically(statements)
        },
      }),
    })
    let answered = false
    const reply = Promise.resolve(test.submit()).then(({ status }) => {
      answered = true
      return status
    })
    await begun.given
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answered).toBe(false)
    commit.give()
    expect(await reply).toBe(201)
  })
})

describe('a submission to a file that cannot take it', () => {
  async function inFile() {
    const folder = temporaryFolder()
    closing.push(folder.remove)
    const database = openMigrated(`${folder.path}/test.db`)
    const test = await opened({ name: 'file', engine: 'sqlite', open: async () => database })
    return { test, raw: database.raw, path: `${folder.path}/test.db` }
  }

  it('is answered with 503 while another process holds the file, and stored later', async () => {
    const { test, raw, path } = await inFile()
    raw.pragma('busy_timeout = 20')
    const other = openMigrated(path)
    const key = newKey()
    other.raw.exec('BEGIN IMMEDIATE')

    const refused = await test.submit({ key })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    other.raw.exec('ROLLBACK')
    await other.close()
    expect((await test.submit({ key })).status).toBe(201)
  })

  it('is answered with 503 when the disk is full, and nothing is stored', async () => {
    const { test, raw } = await inFile()
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
    const replies = []
    for (let sent = 0; sent < 40; sent += 1) replies.push((await test.submit()).status)

    const stored = replies.filter((status) => status === 201).length
    expect(new Set(replies)).toEqual(new Set([201, 503]))
    expect(await inboxSize(test.database)).toBe(stored)
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
