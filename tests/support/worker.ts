import { join } from 'node:path'
import { Miniflare, Response as WorkerResponse } from 'miniflare'
import { build } from 'vite'
import { openD1 } from '../../api/db/d1.ts'
import { migrateD1 } from './databases.ts'

const WORKER_ORIGIN = 'http://pci.example'

interface WorkerSettings {
  readonly demo?: boolean
  /** Built files by path: all of them HTML. */
  readonly files?: Readonly<Record<string, string>>
}

/** The worker that wrangler.toml names, bundled and running in workerd over a fresh D1. */
export async function openWorker({ demo = true, files = {} }: WorkerSettings = {}) {
  const lines: string[] = []
  const miniflare = new Miniflare({
    handleStructuredLogs: ({ message }) => lines.push(message),
    workers: [
      {
        config: {
          name: 'pci-pulse',
          compatibilityDate: '2026-10-01',
          manifest: {
            mainModule: 'worker.js',
            modules: { 'worker.js': { type: 'esm', contents: await bundleWorker() } },
          },
          env: {
            DB: { type: 'd1', id: 'test' },
            ORIGIN: { type: 'text', value: WORKER_ORIGIN },
            DEMO: { type: 'text', value: demo ? 'yes' : 'no' },
            ASSETS: {
              type: 'fetcher',
              handler: (request) => {
                const body = files[new URL(request.url).pathname]
                if (body === undefined) return new WorkerResponse(null, { status: 404 })
                return new WorkerResponse(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
              },
            },
          },
        },
      },
    ],
  })
  const binding = await miniflare.getD1Database('DB')
  await migrateD1(binding)
  return {
    miniflare,
    database: openD1(binding),
    /** Where the worker listens: requests go over a real socket. */
    url: await miniflare.ready,
    /** What it wrote to its log. */
    log: () => lines.join('\n'),
    close: () => miniflare.dispose(),
  }
}

async function bundleWorker(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'webworker', noExternal: true },
    build: {
      write: false,
      ssr: join(import.meta.dirname, '../../api/runtime/worker.ts'),
      target: 'es2023',
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The worker was not bundled')
  return chunk.code
}
