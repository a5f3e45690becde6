import { describe, expect, it } from 'vitest'
import { ANSWERS, openTestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

/** Twelve firms that differ. */
const FIRMS = Array.from({ length: 12 }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 3 === 0 ? 'limited' : 'private',
  days: 10 + 7 * firm,
  fair: 1 + (firm % 5),
}))

describe.each(DATABASES)('what staff see while a firm answers, on $name', (testDatabase) => {
  it('is the same byte for byte until ten more are released, then jumps once', async () => {
    const desk = await openTestApp(testDatabase)
    const headers = await desk.signIn()
    const seen = async () => {
      const paths = desk.app.routes
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/') && path !== '/api/health')
        .map(({ path }) =>
          path
            .replace(':wave', desk.wave)
            .replace(':hash', desk.hashes.plan)
            .replace(/:number(?:\{.*\})?/, '1'),
        )
      return Promise.all(
        [...new Set(paths)].map(async (path) => {
          const reply = await desk.send(path, { headers })
          return `${path} ${reply.status} ${JSON.stringify([...reply.headers])} ${await reply.text()}`
        }),
      )
    }
    for (const answers of FIRMS) await desk.submit({ answers })
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const first = await seen()
    expect(first.join('')).toContain('"firms":12')

    await desk.submit({ answers: { ...ANSWERS, fair: 1 } })
    expect(await seen()).toEqual(first)
    for (let more = 1; more < 9; more++) {
      await desk.submit({ answers: { ...ANSWERS, fair: 1, remark: 'Chậm' } })
      const refused = await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
      expect(await refused.json()).toEqual({
        type: 'about:blank',
        title: expect.any(String),
        status: 409,
        code: 'too_few_submissions',
      })
    }
    expect(await seen()).toEqual(first)
    await desk.submit({ answers: { ...ANSWERS, fair: 1 } })
    expect((await seen()).map(withoutWaiting)).toEqual(first)

    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    expect((await seen()).join('')).toContain('"firms":22')
    await desk.close()
  })
})

/** The one thing that may tell of waiting submissions: ten of them. */
function withoutWaiting(answer: string): string {
  return answer.replace('"waitingAtLeast":10', '"waitingAtLeast":0')
}
