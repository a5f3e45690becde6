import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { createApp } from '../../../api/app.ts'
import { PREVIEW } from '../../../api/pages/preview-page.ts'
import { newKey, ORIGIN, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { openDeskApp } from '../../support/desk-app.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

describe.each(DATABASES)('the preview on $name', (testDatabase) => {
  let desk: TestApp
  let app: ReturnType<typeof createApp>
  let headers: Record<string, string>
  beforeAll(async () => {
    ;({ desk, app, headers } = await openDeskApp(testDatabase))
  })
  afterAll(() => desk.close())

  const draft = { ...TINY_QUESTIONNAIRE, version: 9, title: { vi: 'Bản chưa phát hành' } }
  const ask = async (fields: Readonly<Record<string, string>> = {}, from = headers) => {
    const body = new FormData()
    const usual = { text: JSON.stringify(draft), plan: desk.hashes.plan, language: 'vi', channel: 'open' }
    for (const [name, value] of Object.entries({ ...usual, ...fields })) body.append(name, value)
    return app.request('/desk/preview/page', { method: 'POST', body, headers: from })
  }

  it('is the page that firms see, with a definition that is nowhere published', async () => {
    const reply = await ask()
    expect(reply.status).toBe(200)
    const html = await reply.text()
    expect(html).toContain('Bản chưa phát hành')
    expect(html).toContain('Sở Tài nguyên và Môi trường')
    expect(html).toContain('<p class="preview-mark" lang="vi">Xem thử, không gửi đi</p>')
    expect(html).toContain('<script>preview()</script>')
    expect(html).not.toContain('usual()')
    expect(html).not.toContain(desk.wave)
  })

  it('carries the channel, and no wave', async () => {
    const html = await (await ask({ channel: 'interviewer' })).text()
    const json = /id="survey">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)).toMatchObject({ wave: PREVIEW, channel: 'interviewer', language: 'vi' })
  })

  it('may be framed by the desk alone, and can neither fetch nor send nor keep', async () => {
    const { headers: own } = await ask()
    const policy = (own.get('content-security-policy') ?? '').split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "script-src 'sha256-cHJldi1zY3JpcHQ='",
      ]),
    )
    // Without allow-same-origin the page has no cookies, no storage and no worker of ours.
    const sandbox = policy.find((part) => part.startsWith('sandbox '))?.split(' ') ?? []
    expect(sandbox).toContain('allow-scripts')
    expect(sandbox).not.toContain('allow-same-origin')
    expect(sandbox).not.toContain('allow-forms')
    expect(own.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(own.get('cache-control')).toBe('no-store')
  })

  it('is for staff, from our own pages', async () => {
    expect((await ask({}, { origin: ORIGIN })).status).toBe(401)
    const { cookie = '' } = headers
    for (const origin of ['null', 'https://evil.test']) {
      expect((await ask({}, { cookie, origin })).status).toBe(403)
    }
  })

  it.each([
    ['a language the draft is not written in', { language: 'en' }],
    ['a channel that no page has', { channel: 'slip' }],
    ['a plan that is not there', { plan: 'nowhere' }],
    ['a draft with an error', { text: '{"format":' }],
    ['a field too many', { wave: 'x' }],
  ])('refuses %s', async (_, fields) => {
    expect((await ask(fields)).status).toBe(422)
  })

  it('has a name that no link and no wave can have', async () => {
    expect(PREVIEW).not.toMatch(/^[a-z0-9]+$/)
    expect((await app.request(`/s/${PREVIEW}`)).status).toBe(404)
    const sent = await app.request(`/api/waves/${PREVIEW}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: newKey(), questionnaire: desk.hashes.questionnaire, answers: {} }),
    })
    expect(sent.status).toBe(404)
    const waiting = await desk.database.query.selectFrom('inbox').selectAll().execute()
    expect(waiting).toEqual([])
  })
})
