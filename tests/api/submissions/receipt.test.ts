import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '../../../api/digest.ts'
import { releaseWave } from '../../../api/releases/release-wave.ts'
import { bodyDigestOf, keyMarksOf } from '../../../api/submissions/key-marks.ts'
import { ANSWERS, newKey, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

interface Received {
  readonly receipt: string
}

describe.each(DATABASES)('a receipt on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  const accepted = () => test.database.query.selectFrom('accepted').selectAll().execute()
  const inbox = () => test.database.query.selectFrom('inbox').selectAll().execute()
  const submit = async (key: string, answers: object = ANSWERS): Promise<Received> =>
    (await test.submit({ key, answers })).json()

  it('is the same for the same submission, and another for another key', async () => {
    const key = newKey()
    const { receipt } = await submit(key)
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(await submit(key)).toMatchObject({ status: 'received', receipt })
    expect((await submit(newKey())).receipt).not.toBe(receipt)
  })

  it('is not given for other answers under the key', async () => {
    const key = newKey()
    const { receipt } = await submit(key)
    const reply = await test.submit({ key, answers: { ...ANSWERS, fair: 1 } })
    expect(reply.status).toBe(409)
    expect(await reply.text()).not.toContain(receipt)
  })

  it('proves that a submission was received, also after its release', async () => {
    const { receipt } = await submit(newKey())
    for (let more = 0; more < 10; more++) await submit(newKey())
    await releaseWave(test.dependencies, test.wave)
    expect((await accepted()).map(({ tag }) => tag)).toContain(await digestOf(receipt))
  })

  it('leads whoever has the database to no answers, waiting or released', async () => {
    const key = newKey()
    const before = new Set((await inbox()).map(({ tag }) => tag))
    const { receipt } = await submit(key)
    const [waiting] = (await inbox()).filter(({ tag }) => !before.has(tag))

    // Nothing made of the receipt, in the ways anything is made of the key, is in the file.
    const ofReceipt = await keyMarksOf(receipt)
    const guesses = new Set([
      receipt,
      ofReceipt.inboxTag,
      await digestOf(receipt),
      await digestOf(`inbox${receipt}`),
    ])
    expect((await inbox()).filter(({ tag }) => guesses.has(tag))).toEqual([])
    const sent = { wave: test.wave, ...JSON.parse(waiting?.body ?? '{}') }
    const digests = (await accepted()).map(({ body_digest }) => body_digest)
    expect(digests).toContain(await bodyDigestOf(key, sent))
    expect(digests).not.toContain(await bodyDigestOf(receipt, sent))
  })

  it('shares no tag with the inbox', async () => {
    await submit(newKey())
    const tags = new Set((await accepted()).map(({ tag }) => tag))
    expect((await inbox()).filter(({ tag }) => tags.has(tag))).toEqual([])
  })
})

it('uses every digit about as often', async () => {
  const marks = await Promise.all(Array.from({ length: 1000 }, () => keyMarksOf(newKey())))
  const counts = new Map<string, number>()
  for (const digit of marks.flatMap(({ receipt }) => Array.from(receipt))) {
    counts.set(digit, (counts.get(digit) ?? 0) + 1)
  }
  expect(counts.size).toBe(32)
  // 26,000 digits over 32: 812.5 each, standard deviation 28; six of them is no accident.
  for (const count of counts.values()) expect(Math.abs(count - 812.5)).toBeLessThan(168)
})

it('is 130 bits of SHA-256 of the key behind a word', async () => {
  const key = 'ABCDEFGHJKMNPQRSTVWXYZ0123'
  const { receipt, acceptedTag, inboxTag } = await keyMarksOf(key)
  expect(acceptedTag).toBe(await digestOf(receipt))
  expect(inboxTag).toBe(await digestOf(`inbox${key}`))
  // python3: d = hashlib.sha256(b'receipt' + key).digest()
  // ''.join('0123456789ABCDEFGHJKMNPQRSTVWXYZ'[b % 32] for b in d[:26])
  expect(receipt).toBe('J8664FZAHF46DGTB1XRCQ0C20Y')
})
