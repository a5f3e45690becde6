import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { releaseAll, releaseWave } from '../../../api/releases/release-wave.ts'
import { openMigrated } from '../../../api/runtime/node-database.ts'
import { closeWave } from '../../../api/waves/wave-store.ts'
import { keyMarksOf } from '../../../api/submissions/key-marks.ts'
import { newKey, openTestApp } from '../../support/app.ts'
import { temporaryFolder } from '../../support/databases.ts'

const FIRMS = 60
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** Firms answer one after the other; what they say tells which came when. */
async function answered(firms: number) {
  const folder = temporaryFolder()
  const path = `${folder.path}/test.db`
  const database = openMigrated(path)
  const test = await openTestApp({ name: 'file', engine: 'sqlite', open: async () => database })
  closing.push(folder.remove, test.close)
  const keys: string[] = []
  for (let firm = 0; firm < firms; firm += 1) {
    const key = newKey()
    const answers = { land: 'yes', days: firm, remark: `Góp ý ${String(firm).padStart(3, '0')}` }
    expect((await test.submit({ key, answers })).status).toBe(201)
    keys.push(key)
  }
  return { test, raw: database.raw, path, keys, bytes: () => fileBytes(path) }
}

/** All that a thief of the disk would have, as text in which offsets are byte offsets. */
function fileBytes(path: string): string {
  return ['', '-wal', '-journal']
    .map((suffix) => path + suffix)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file).toString('latin1'))
    .join('')
}

/** Spearman's rank correlation of places in a list with the order of arrival. */
function correlationWithArrival(arrivals: readonly number[]): number {
  const n = arrivals.length
  const squares = arrivals.reduce((sum, arrival, place) => sum + (arrival - place) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}

/** Of how many neighbours in a list the second arrived right after the first. */
function neighboursKept(arrivals: readonly number[]): number {
  return arrivals.filter((arrival, place) => arrivals[place + 1] === arrival + 1).length
}

/** Three standard deviations of a rank correlation when the order is by chance. */
const THREE_SIGMA = 3 / Math.sqrt(FIRMS - 1)

/** Neighbours kept by chance are about Poisson with mean 1. */
const MOST_NEIGHBOURS = 4

function byOffset(bytes: string, marks: readonly string[]): readonly number[] {
  return marks
    .map((mark, arrival) => ({ arrival, offset: bytes.indexOf(mark) }))
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ arrival }) => arrival)
}

describe('a stolen file', () => {
  // By chance alone three sigma are passed now and then, three times running practically never.
  it('tells nothing of the order in which sixty firms answered', { retry: 2 }, async () => {
    const { test, raw, bytes } = await answered(FIRMS)
    expect(await releaseWave(test.dependencies, test.wave)).toEqual({ number: 1, released: FIRMS })

    const daysOf = (answers: string) => Number(JSON.parse(answers)[2])
    const responses = raw
      .prepare<[], { id: string; answers: string }>('SELECT id, answers FROM response')
      .all()
      .map(({ id, answers }) => ({ id, arrival: daysOf(answers) }))
    const textsByKey = raw
      .prepare<[], { text: string }>('SELECT text FROM free_text')
      .all()
      .map(({ text }) => Number(text.slice(-3)))
    const idByArrival = responses.toSorted((one, other) => one.arrival - other.arrival).map(({ id }) => id)
    const content = bytes()
    const orders = {
      responsesByKey: responses.map(({ arrival }) => arrival),
      responsesByPlaceInFile: byOffset(content, idByArrival),
      textsByKey,
      textsByPlaceInFile: byOffset(
        content,
        Array.from({ length: FIRMS }, (_, firm) => latin1(`Góp ý ${String(firm).padStart(3, '0')}`)),
      ),
    }
    const everyFirm = Array.from({ length: FIRMS }, (_, firm) => firm)
    for (const arrivals of Object.values(orders)) {
      expect(arrivals.toSorted((a, b) => a - b)).toEqual(everyFirm)
      expect(Math.abs(correlationWithArrival(arrivals))).toBeLessThan(THREE_SIGMA)
      expect(neighboursKept(arrivals)).toBeLessThanOrEqual(MOST_NEIGHBOURS)
    }
  })

  it('does not tell which text belongs to which response', { retry: 2 }, async () => {
    const { test, raw } = await answered(FIRMS)
    await releaseWave(test.dependencies, test.wave)
    const responses = raw.prepare<[], { answers: string }>('SELECT answers FROM response').all()
    const texts = raw.prepare<[], { text: string }>('SELECT text FROM free_text').all()
    const hits = responses.filter(
      ({ answers }, place) => Number(JSON.parse(answers)[2]) === Number(texts[place]?.text.slice(-3)),
    )
    expect(hits.length).toBeLessThanOrEqual(MOST_NEIGHBOURS)
  })

  // Few enough for one page, on which what came later stands before what came earlier.
  it(
    'tells nothing by where the tags of twelve firms stand, as it did before the release',
    { retry: 2 },
    async () => {
      const { test, raw, keys, bytes } = await answered(12)
      const tags = await Promise.all(keys.map(tagOf))
      raw.pragma('wal_checkpoint(TRUNCATE)')
      expect(correlationWithArrival(byOffset(bytes(), tags))).toBe(-1)

      await releaseWave(test.dependencies, test.wave)
      expect(Math.abs(correlationWithArrival(byOffset(bytes(), tags)))).toBeLessThan(0.9)
    },
  )

  it('would tell, were the arrivals stored as they came', () => {
    const asTheyCame = Array.from({ length: FIRMS }, (_, n) => n)
    expect(correlationWithArrival(asTheyCame)).toBe(1)
    expect(neighboursKept(asTheyCame)).toBe(FIRMS - 1)
  })

  it('never holds a key, and after the release nothing of the inbox', async () => {
    const { test, keys, bytes } = await answered(FIRMS)
    const [key = ''] = keys
    const tag = await tagOf(key)
    const before = bytes()
    expect(before).not.toContain(key)
    expect(before).toContain(tag)
    expect(before).toContain('"answers":{"land"')

    await releaseWave(test.dependencies, test.wave)
    expect(bytes()).not.toContain('"answers":{"land"')
    expect(bytes()).not.toContain(key)
  })

  it('holds no tag once the wave’s grace is over', async () => {
    const { test, keys, bytes } = await answered(FIRMS)
    await releaseWave(test.dependencies, test.wave)
    await closeWave(test.database, test.wave, test.clock.now)
    test.clock.now = new Date(test.clock.now.getTime() + 10 * 60_000)
    await releaseAll(test.dependencies)

    const content = bytes()
    for (const key of keys) expect(content).not.toContain(await tagOf(key))
  })
})

/** What recognises a retry. */
async function tagOf(key: string): Promise<string> {
  return (await keyMarksOf(key)).acceptedTag
}

function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
