import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyMarksOf } from '../../../api/submissions/key-marks.ts'
import { openMigrated } from '../../../api/runtime/node-database.ts'
import { newKey, openTestApp, type TestApp } from '../../support/app.ts'
import { temporaryFolder } from '../../support/databases.ts'

const PORT = 9203
const SERVER = join(import.meta.dirname, '../../support/submission-server.ts')

describe('a server that is killed under load', () => {
  it('has lost nothing that it acknowledged', async () => {
    const folder = temporaryFolder()
    const path = `${folder.path}/test.db`
    const prepared = await openTestApp({
      name: 'file',
      engine: 'sqlite',
      open: async () => openMigrated(path),
    })
    await prepared.close()

    const acknowledged: string[] = []
    for (const more of [40, 90, 25]) {
      const enough = acknowledged.length + more
      const server = fork(SERVER, [path, String(PORT)], { execArgv: [] })
      await once(server, 'message')
      const load = Promise.all(Array.from({ length: 16 }, () => sendUntilDead(prepared, acknowledged)))
      while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 1))
      server.kill('SIGKILL')
      await Promise.all([once(server, 'exit'), load])
    }

    const { raw, close } = openMigrated(path)
    const stored = new Set(raw.prepare<[], string>('SELECT tag FROM inbox').pluck().all())
    const lost = []
    for (const key of acknowledged) {
      if (!stored.has((await keyMarksOf(key)).inboxTag)) lost.push(key)
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(155)
    expect(lost).toEqual([])
    expect(raw.prepare('SELECT count(*) FROM inbox').pluck().get()).toBe(
      raw.prepare('SELECT count(*) FROM accepted').pluck().get(),
    )
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    await close()
    folder.remove()
  })
})

async function sendUntilDead(
  { wave, submission }: Pick<TestApp, 'wave' | 'submission'>,
  acknowledged: string[],
): Promise<void> {
  for (;;) {
    const key = newKey()
    try {
      const reply = await fetch(`http://127.0.0.1:${PORT}/api/waves/${wave}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(submission({ key })),
      })
      if (reply.status === 201) acknowledged.push(key)
    } catch {
      return
    }
  }
}
