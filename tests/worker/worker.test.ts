import { type IncomingMessage, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLink } from '../../api/links/link-store.ts'
import { ANSWERS, newKey } from '../support/app.ts'
import { SHELL } from '../support/built-shell.ts'
import { addWaves, type Waves } from '../support/served-apps.ts'
import { openWorker } from '../support/worker.ts'

describe('the worker, bundled and running in workerd', () => {
  let worker: Awaited<ReturnType<typeof openWorker>>
  let waves: Waves
  beforeAll(async () => {
    worker = await openWorker({
      files: { '/respond/shell.json': JSON.stringify(SHELL), '/desk/index.html': '<title>Desk</title>' },
    })
    waves = await addWaves(worker.database)
  })
  afterAll(() => worker.close())

  const get = (path: string) => fetch(new URL(path, worker.url))
  const submit = () =>
    fetch(new URL(`/api/waves/${waves.open}/submissions`, worker.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: newKey(), questionnaire: waves.questionnaire, answers: ANSWERS }),
    })

  it('answers the watchdog and has published the built-in definitions', async () => {
    expect(await (await get('/api/health')).json()).toEqual({ status: 'ok' })
    const { query } = worker.database
    const definitions = await query
      .selectFrom('definition')
      .select('id')
      .where('kind', '=', 'questionnaire')
      .execute()
    expect(definitions.map(({ id }) => id)).toEqual(expect.arrayContaining(['pci-full', 'pci-pulse']))
  })

  it('serves the survey behind a link, and the desk', async () => {
    const { code } = await createLink(worker.database, { wave: waves.open, label: 'Quầy' })
    const page = await get(`/s/${code}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain(`"hash":"${waves.questionnaire}"`)
    expect(await (await get('/desk/waves')).text()).toBe('<title>Desk</title>')
  })

  it('sends the survey packed as the browser takes it, whatever the header says by then', async () => {
    const { code } = await createLink(worker.database, { wave: waves.open, label: 'Cổng' })
    const address = new URL(`/s/${code}`, worker.url)
    const page = await (await get(`/s/${code}`)).text()
    for (const [accepted, encoding, unpack] of [
      ['br', 'br', brotliDecompressSync],
      ['br, gzip;q=0.9', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['identity', undefined, (bytes: Buffer) => bytes],
    ] as const) {
      const { headers, body } = await rawGet(address, accepted)
      expect(headers['content-encoding']).toBe(encoding)
      // Cloudflare passes on what it may not transform, as it was packed here.
      expect(headers['cache-control']).toBe(encoding ? 'no-cache, no-transform' : 'no-cache')
      expect(unpack(body).toString()).toBe(page)
    }
  })

  it('takes submissions at once and releases them when its cron fires', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, submit))
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(12).fill(201))

    const { scheduled } = await worker.miniflare.getWorker()
    expect(await scheduled({ cron: '0 11 * * *' })).toMatchObject({ outcome: 'ok' })
    const { query } = worker.database
    const releases = await query.selectFrom('release').select(['number', 'size']).execute()
    expect(releases).toEqual([{ number: 1, size: 12 }])
    expect(await query.selectFrom('response').select('id').execute()).toHaveLength(12)
    expect(await query.selectFrom('snapshot').select(['wave', 'release']).execute()).toEqual([
      { wave: waves.open, release: 1 },
    ])
  })

  it('survives respondents who hang up', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const hangUp = new AbortController()
        const sent = fetch(new URL(`/api/waves/${waves.open}/submissions`, worker.url), {
          method: 'POST',
          signal: hangUp.signal,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ key: newKey(), questionnaire: waves.questionnaire, answers: ANSWERS }),
        })
        setTimeout(() => hangUp.abort(), n)
        await sent.catch(() => {})
      }),
    )
    expect((await submit()).status).toBe(201)
  })
})

/** What goes over the line: fetch would unpack it. */
async function rawGet(address: URL, accepted: string) {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': accepted } }, resolve)
      .on('error', reject)
      .end()
  })
  return { headers: reply.headers, body: await buffer(reply) }
}
