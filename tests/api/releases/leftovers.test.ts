import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../api/db/database.ts'
import { LEFTOVERS_KEPT_DAYS } from '../../../api/releases/release-store.ts'
import { releaseAll } from '../../../api/releases/release-wave.ts'
import { closeWave } from '../../../api/waves/wave-store.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

const DAY = 24 * 60 * 60_000

describe.each(DATABASES)('the last submissions of a wave on $name', (engine) => {
  let test: TestApp
  let failing: boolean

  const refusingReleases = (database: Database): Database => ({
    ...database,
    atomically: async (statements) => {
      if (failing && statements.some((statement) => statement.compile().sql.includes('"release"'))) {
        throw new Error('D1_ERROR: Network connection lost.')
      }
      return database.atomically(statements)
    },
  })

  beforeEach(async () => {
    failing = false
    test = await openTestApp(engine, { wrap: refusingReleases })
  })
  afterEach(() => test.close())

  const submitMany = (count: number) => Promise.all(Array.from({ length: count }, () => test.submit()))
  const countOf = async (table: 'inbox' | 'accepted' | 'response') =>
    (await test.database.query.selectFrom(table).select('wave').execute()).length

  /** The daily job, so long after the wave was closed. */
  async function runAfterClosing(milliseconds: number) {
    const start = test.clock.now
    test.clock.now = new Date(start.getTime() + milliseconds)
    await releaseAll(test.dependencies)
    test.clock.now = start
    return {
      inbox: await countOf('inbox'),
      accepted: await countOf('accepted'),
      responses: await countOf('response'),
    }
  }

  it('are deleted a week after it closed, when fewer than ten', async () => {
    await submitMany(12)
    await releaseAll(test.dependencies)
    await submitMany(9)
    await closeWave(test.database, test.wave, test.clock.now)

    const week = LEFTOVERS_KEPT_DAYS * DAY
    expect(await runAfterClosing(week - 1)).toEqual({ inbox: 9, accepted: 0, responses: 12 })
    expect(await runAfterClosing(week)).toEqual({ inbox: 0, accepted: 0, responses: 12 })
    expect(test.errors).toEqual([])
  })

  it('stay while it is open, however long', async () => {
    await submitMany(9)
    expect(await runAfterClosing(365 * DAY)).toMatchObject({ inbox: 9, accepted: 9 })
  })

  it('are released first when there are ten, and stay when that fails', async () => {
    await submitMany(10)
    await closeWave(test.database, test.wave, test.clock.now)
    failing = true
    expect(await runAfterClosing(30 * DAY)).toMatchObject({ inbox: 10, responses: 0 })
    failing = false
    expect(await runAfterClosing(30 * DAY)).toMatchObject({ inbox: 0, responses: 10 })
  })
})
