import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Fetch = (request: Request) => Response | Promise<Response>

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Pages and their files. Answers of the API stay as they are: compressing secrets tells their length. */
const COMPRESSED = /^(?:text\/(?:html|css|javascript)|image\/svg)/

/**
 * Compressing a page as well as can be takes 60 ms, as fast as can be costs the page its place in a
 * connection's first flight: the few texts that everybody gets are compressed once and kept.
 */
const MOST_KEPT = 64

/** Serves pages and files compressed, to browsers that take them so. */
export function compressing(fetch: Fetch): Fetch {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  function compressed(text: string, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
    const name = `${encoding} ${text}`
    const known = kept.get(name)
    if (known) return known
    const bytes = compress(text, encoding)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, bytes)
    return bytes
  }

  return async (request) => {
    const response = await fetch(request)
    if (response.status !== 200 || request.method === 'HEAD') return response
    if (!COMPRESSED.test(response.headers.get('content-type') ?? '')) return response
    const headers = new Headers(response.headers)
    headers.append('vary', 'accept-encoding')
    const encoding = encodingFor(request)
    if (!encoding) return new Response(response.body, { headers })
    const text = await response.text()
    const isShared = headers.get('cache-control') !== 'no-store'
    const bytes = await (isShared ? compressed(text, encoding) : compressNow(text, encoding))
    headers.set('content-encoding', encoding)
    headers.set('content-length', String(bytes.byteLength))
    return new Response(bytes, { headers })
  }
}

function encodingFor(request: Request): 'br' | 'gzip' | undefined {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

async function compress(
  text: string,
  encoding: 'br' | 'gzip',
  quality = 11,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text)
  if (encoding === 'gzip') return new Uint8Array(await gzipped(bytes, { level: Math.min(quality, 9) }))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  return new Uint8Array(await brotli(bytes, { params }))
}

/** What is made for one person is compressed as it goes, and not kept. */
function compressNow(text: string, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  return compress(text, encoding, 5)
}
