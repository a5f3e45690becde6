import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Fetch = (request: Request) => Response | Promise<Response>
type Encoding = 'br' | 'gzip'
type Bytes = Uint8Array<ArrayBuffer>

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Pages and their files. Answers of the API stay as they are: compressing secrets tells their length. */
const COMPRESSED = /^(?:text\/(?:html|css|javascript)|image\/svg)/

/** Brotli's qualities: 5 takes a page 2 ms, 11 takes it 60 ms and makes it a twelfth smaller. */
export const QUICK = 5
export const BEST = 11

/** The few texts that everybody gets are compressed once and kept. */
const MOST_KEPT = 64

/**
 * Serves pages and files compressed, to browsers that take them so: what everybody gets in the
 * quality given, what is made for one person quickly. A runtime that changes the browser's header says
 * what the browser accepted.
 */
export function compressing(fetch: Fetch, quality: number) {
  // Bytes, not promises of them: on Workers a request must not wait for another's, which may be cut off.
  const kept = new Map<string, Bytes>()

  async function compressedOnce(text: string, encoding: Encoding): Promise<Bytes> {
    const name = `${encoding} ${text}`
    const known = kept.get(name)
    if (known) return known
    const bytes = await compress(text, encoding, quality)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, bytes)
    return bytes
  }

  return async (request: Request, accepted?: string): Promise<Response> => {
    const response = await fetch(request)
    if (response.status !== 200 || request.method === 'HEAD') return response
    if (!COMPRESSED.test(response.headers.get('content-type') ?? '')) return response
    const headers = new Headers(response.headers)
    headers.append('vary', 'accept-encoding')
    const encoding = encodingOf(accepted ?? request.headers.get('accept-encoding') ?? '')
    if (!encoding) return new Response(response.body, { headers })
    const text = await response.text()
    const isShared = headers.get('cache-control') !== 'no-store'
    const bytes = await (isShared ? compressedOnce(text, encoding) : compress(text, encoding, QUICK))
    return encodedResponse(bytes, encoding, headers)
  }
}

function encodedResponse(bytes: Bytes, encoding: Encoding, headers: Headers): Response {
  headers.set('content-encoding', encoding)
  // Cloudflare's features that look into pages would unpack them, and pack them worse.
  headers.append('cache-control', 'no-transform')
  headers.set('content-length', String(bytes.byteLength))
  // Workers would compress once more what says that it is encoded; Node knows no such member.
  const init: ResponseInit & { readonly encodeBody: 'manual' } = { headers, encodeBody: 'manual' }
  return new Response(bytes, init)
}

function encodingOf(accepted: string): Encoding | undefined {
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

async function compress(text: string, encoding: Encoding, quality: number): Promise<Bytes> {
  const bytes = new TextEncoder().encode(text)
  if (encoding === 'gzip') return new Uint8Array(await gzipped(bytes, { level: Math.min(quality, 9) }))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  return new Uint8Array(await brotli(bytes, { params }))
}
