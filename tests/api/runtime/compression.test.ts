import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BEST, compressing, QUICK } from '../../../api/runtime/compression.ts'
import questionnaire from '../../../survey-definitions/questionnaires/pci-pulse.json' with { type: 'json' }

const PAGE = `<!doctype html><pre>${JSON.stringify(questionnaire)}`
const URL_OF_PAGE = 'http://localhost/s/abc2345'

interface Served {
  readonly type?: string
  readonly caching?: string
  readonly status?: number
  readonly quality?: number
}

function serving({ type = 'text/html; charset=UTF-8', caching = 'no-cache', ...rest }: Served = {}) {
  const headers = { 'content-type': type, 'cache-control': caching }
  return compressing(() => new Response(PAGE, { status: rest.status ?? 200, headers }), rest.quality ?? BEST)
}

const asking = (accepted?: string, method = 'GET') =>
  new Request(URL_OF_PAGE, { method, ...(accepted && { headers: { 'accept-encoding': accepted } }) })

const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer())

describe('pages on their way to a browser', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ])('are compressed for one that accepts %s', async (accepted, encoding, decompress) => {
    const reply = await serving()(asking(accepted))
    expect(reply.headers.get('content-encoding')).toBe(encoding)
    expect(reply.headers.get('vary')).toBe('accept-encoding')
    // Nobody on the way may unpack it.
    expect(reply.headers.get('cache-control')).toBe('no-cache, no-transform')
    const bytes = await bytesOf(reply)
    expect(reply.headers.get('content-length')).toBe(String(bytes.length))
    expect(decompress(bytes).toString()).toBe(PAGE)
  })

  it('are left as they are for one that accepts nothing, which caches must know', async () => {
    const reply = await serving()(asking())
    expect(reply.headers.has('content-encoding')).toBe(false)
    expect(reply.headers.get('vary')).toBe('accept-encoding')
    expect(reply.headers.get('cache-control')).toBe('no-cache')
    expect(await reply.text()).toBe(PAGE)
  })

  it('go by what the browser accepted, where the runtime has changed the header', async () => {
    const served = serving()
    expect((await served(asking('br, gzip'), 'gzip')).headers.get('content-encoding')).toBe('gzip')
    expect((await served(asking('br, gzip'), '')).headers.has('content-encoding')).toBe(false)
    expect((await served(asking('gzip'), 'gzip, br')).headers.get('content-encoding')).toBe('br')
  })

  it('are the same bytes at every visit, and as small as can be where there is time', async () => {
    const served = serving()
    const [first, again] = [
      await bytesOf(await served(asking('br'))),
      await bytesOf(await served(asking('br'))),
    ]
    expect(again.equals(first)).toBe(true)
    const quick = await bytesOf(await serving({ quality: QUICK })(asking('br')))
    expect(first.length).toBeLessThan(quick.length)
  })

  it('made for one person are compressed too, apart from those that everybody gets', async () => {
    let visits = 0
    const served = compressing(() => {
      visits += 1
      return new Response(`${PAGE}${visits}`, {
        headers: { 'content-type': 'text/html', 'cache-control': 'no-store' },
      })
    }, BEST)
    for (const visit of [1, 2]) {
      const reply = await served(asking('br'))
      expect(brotliDecompressSync(await bytesOf(reply)).toString()).toBe(`${PAGE}${visit}`)
    }
  })

  it.each([
    ['an answer of the API', { type: 'application/json' }, 'GET'],
    ['a refusal', { status: 404 }, 'GET'],
    ['what HEAD asks for', {}, 'HEAD'],
  ])('leave out %s', async (_, served, method) => {
    const reply = await serving(served)(asking('br', method))
    expect(reply.headers.has('content-encoding')).toBe(false)
    expect(reply.headers.has('vary')).toBe(false)
  })
})
