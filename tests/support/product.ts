import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The product as `npm start` runs it: its own process, port and data folder. */
export interface Product {
  readonly origin: string
  /** The three things it printed. */
  readonly surveyLink: string
  readonly deskLink: string
  readonly dataFile: string
  readonly stop: () => Promise<void>
}

/** Starts the product in an empty data folder and waits for what it prints. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'pci-pulse-'))
  const port = await freePort()
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../api/runtime/node.ts')], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = await welcomeOf(server)
  return {
    origin: `http://localhost:${port}`,
    surveyLink: found(printed, /\(survey\)\s+(\S+)/),
    deskLink: found(printed, /\(desk\)\s+(\S+)/),
    dataFile: found(printed, /\(data file\)\s+(\S+)/),
    stop: async () => {
      await stopped(server)
      rmSync(folder, { recursive: true })
    },
  }
}

function welcomeOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (/\(data file\)\s+\S+\n/.test(printed)) resolve(printed)
    })
    server.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${printed}`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

function found(printed: string, pattern: RegExp): string {
  const [, text] = pattern.exec(printed) ?? []
  if (text === undefined) throw new Error(`The product did not print ${pattern}:\n${printed}`)
  return text
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
