import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWave, createWave, getWave } from '../../../api/waves/wave-store.ts'
import { createLink } from '../../../api/links/link-store.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { SHELL } from '../../support/built-shell.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** The data block of a page, as the respondent's browser reads it. */
function dataOf(html: string) {
  const json = /<script type="application\/json" id="survey">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return { json, data: JSON.parse(json) }
}

describe.each(DATABASES)('pages on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  it('is one answer: the letter, its style, its script and the definition in one language', async () => {
    const reply = await test.send(`/s/${test.link}`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const html = await reply.text()
    expect(dataOf(html).data).toMatchObject({
      wave: test.wave,
      state: 'open',
      channel: 'open',
      language: 'vi',
      hash: test.hashes.questionnaire,
    })
    expect(html).toContain(`<style>${SHELL.style}</style>`)
    expect(html).toContain(`<script>${SHELL.scripts.usual}</script>`)
    expect(html).toContain('Sở Tài nguyên và Môi trường trân trọng mời doanh nghiệp trả lời phiếu này.')
    expect(html).toMatch(/<input id="consent" type="checkbox" name="consent" value="yes">/)
    // Nothing else is fetched before an answer can be given.
    expect(html.match(/\b(?:src|rel="stylesheet")/g)).toBeNull()
    // What counting needs is nobody's business on a phone.
    expect(html).not.toMatch(/indicator|"source"|median/)
  })

  it('lets in what stands inside the page by its hash, and nothing else that is inline', async () => {
    const policy = (await test.send(`/s/${test.link}`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self' 'sha256-${SHELL.scriptHashes.usual}';`)
    expect(policy).toContain(`style-src 'self' 'sha256-${SHELL.styleHash}';`)
    expect(policy).not.toContain('unsafe')
    expect((await test.send('/desk')).headers.get('content-security-policy')).not.toContain('sha256')
  })

  it('says in every language who cannot answer yet and how to say so, linked from the letter', async () => {
    expect(await (await test.send(`/s/${test.link}`)).text()).toContain('<a href="/accessibility">')
    for (const [path, words] of [
      ['/accessibility', 'Không cần nói tên mình, tên doanh nghiệp hay đường dẫn'],
      ['/accessibility/en', 'You need not give your name'],
      ['/accessibility/zh', '不必说出姓名'],
    ] as const) {
      const reply = await test.send(path)
      expect(reply.status).toBe(200)
      expect(reply.headers.get('content-security-policy')).toContain(`'sha256-${SHELL.styleHash}'`)
      const html = await reply.text()
      expect(html).toContain(words)
      expect(html).toContain('WCAG 2.2')
      expect(html).not.toContain('<script')
    }
    expect((await test.send('/accessibility/fr')).status).toBe(404)
  })

  it('says that a link leads nowhere in the look of the letter', async () => {
    const reply = await test.send('/s/nowhere')
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-security-policy')).toContain(`'sha256-${SHELL.styleHash}'`)
    expect(await reply.text()).toContain(`<style>${SHELL.style}</style>`)
  })

  it('speaks the languages that the questionnaire is written in, each at its own address', async () => {
    expect((await test.send(`/s/${test.link}/vi`)).status).toBe(404)
    expect((await test.send(`/s/${test.link}/zh`)).status).toBe(404)
    expect((await test.send(`/s/${test.link}/xx`)).status).toBe(404)
  })

  it('gives the same bytes and headers to everybody', async () => {
    const seen = new Set<string>()
    for (let visit = 0; visit < 5; visit += 1) {
      const reply = await test.send(`/s/${test.link}`, {
        headers: { 'accept-language': `x-${visit}`, cookie: 'a=b' },
      })
      seen.add(JSON.stringify([...reply.headers]) + (await reply.text()))
      expect(reply.headers.has('set-cookie')).toBe(false)
      expect(reply.headers.get('cache-control')).toBe('no-cache')
    }
    expect(seen.size).toBe(1)
    const etag = (await test.send(`/s/${test.link}`)).headers.get('etag') ?? ''
    const again = await test.send(`/s/${test.link}`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('keeps a questionnaire’s text from ending the data block', async () => {
    const title = { vi: 'A </script><script>alert(1)</script> $& $1 \u2028 \u2029 B' }
    const hash = hashOf(
      await publishQuestionnaire(test.database, { ...TINY_QUESTIONNAIRE, id: 'hostile', title }),
    )
    const { plan_hash, edition_hash } = await getWave(test.database, test.wave)
    const wave = await createWave(test.database, {
      title: 'x',
      plan_hash,
      edition_hash,
      questionnaire_hash: hash,
      demo: 0,
    })
    const { code } = await createLink(test.database, { wave: wave.id, label: 'x' })

    const html = await (await test.send(`/s/${code}`)).text()
    const { json, data } = dataOf(html)
    expect(data.form[0]).toBe(title.vi)
    expect(json).not.toMatch(/[<\u2028\u2029]/)
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(data.state).toBe('draft')
  })

  it('still shows the page of a closed wave, which says that it is closed', async () => {
    const { plan_hash, edition_hash, questionnaire_hash } = await getWave(test.database, test.wave)
    const wave = await createWave(test.database, {
      title: 'x',
      plan_hash,
      edition_hash,
      questionnaire_hash,
      demo: 0,
    })
    await test.database.query.updateTable('wave').set({ state: 'open' }).where('id', '=', wave.id).execute()
    await closeWave(test.database, wave.id, test.clock.now)
    const { code } = await createLink(test.database, { wave: wave.id, label: 'x' })
    const html = await (await test.send(`/s/${code}`)).text()
    expect(dataOf(html).data).toMatchObject({ state: 'closed' })
    expect(html).toContain('Đợt khảo sát đã kết thúc')
    expect(html).not.toContain('id="consent"')
  })

  it('says plainly, in two languages, that a link leads nowhere', async () => {
    const reply = await test.send('/s/nowhere')
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const html = await reply.text()
    expect(html).toContain('Không tìm thấy phiếu khảo sát')
    expect(html).toContain('There is no survey at this address')
  })

  it('serves a definition under its hash, for ever', async () => {
    const reply = await test.send(`/q/${test.hashes.questionnaire}.json`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('cache-control')).toBe(FOR_EVER)
    const body = await reply.text()
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
    expect(Buffer.from(digest).toString('hex')).toBe(test.hashes.questionnaire)
  })

  it('serves built files and pages', async () => {
    const script = await test.send('/assets/respond-x1.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toBe(FOR_EVER)
    for (const [path, title] of [
      ['/', 'Public'],
      ['/desk', 'Desk'],
      ['/desk/waves/x/links', 'Desk'],
    ] as const) {
      const reply = await test.send(path)
      expect(await reply.text()).toContain(`<title>${title}</title>`)
      expect(reply.headers.get('cache-control')).toBe('no-store')
    }
    expect((await test.send('/assets/other-x1.js')).status).toBe(404)
    expect((await test.send('/respond/index.html')).status).toBe(404)
  })

  it('answers the watchdog', async () => {
    const reply = await test.send('/api/health')
    expect([reply.status, await reply.json()]).toEqual([200, { status: 'ok' }])
  })
})
