import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let test: TestApp
beforeAll(async () => {
  test = await openTestApp()
})
afterAll(() => test.close())

it.each([
  'http://evil.test/api/health',
  'http://evil.test:9200/api/health',
  'http://localhost.evil.test/api/health',
])('refuses a request for %s', async (address) => {
  const reply = await test.app.request(address)
  expect(reply.status).toBe(421)
  expect(await reply.json()).toMatchObject({ code: 'misdirected' })
})

it.each(['http://localhost:9200/api/health', 'http://127.0.0.1:8787/api/health', 'http://[::1]/api/health'])(
  'answers %s, the machine itself',
  async (address) => {
    expect((await test.app.request(address)).status).toBe(200)
  },
)
