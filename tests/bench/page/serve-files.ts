import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'

/** Files of a page by path. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly body: string }>

/** Serves files as a good static server does: compressed beforehand, with Brotli at its best. */
export async function serveFiles(files: PageFiles) {
  const compressed = new Map([...files].map(([path, { type, body }]) => [path, { type, body: brotli(body) }]))
  const server = createServer(({ url = '/' }, reply) => {
    const file = compressed.get(url)
    if (!file) {
      reply.writeHead(404).end()
      return
    }
    reply
      .writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': file.body.length,
      })
      .end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

export function brotli(text: string): Buffer {
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  })
}
