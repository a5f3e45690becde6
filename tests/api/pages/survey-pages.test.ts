import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { createLink, deleteLink } from '../../../api/links/link-store.ts'
import { closeWave, createWave, getWave, openWave } from '../../../api/waves/wave-store.ts'
import { hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const TWO_LANGUAGES = {
  format: 'pci-pulse/questionnaire/1',
  id: 'two-languages',
  version: 1,
  edition: 'tiny-2020',
  languages: ['vi', 'en'],
  title: { vi: 'Phiếu hai thứ tiếng', en: 'A survey in two languages' },
  minutes: 1,
  sections: [
    {
      code: 'experience',
      title: { vi: 'Trải nghiệm', en: 'Experience' },
      items: [{ kind: 'text', code: 'office', text: { vi: 'Cơ quan nào?', en: 'Which office?' } }],
    },
  ],
}

describe.each(DATABASES)('one visit after another on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  const publish = async (raw: unknown) => hashOf(await publishQuestionnaire(test.database, raw))

  /** An open wave of its own with a questionnaire, and a link into it. */
  async function openedWith(questionnaire_hash: string) {
    const { plan_hash, edition_hash } = await getWave(test.database, test.wave)
    const wave = await createWave(test.database, {
      title: 'Đợt thử',
      plan_hash,
      edition_hash,
      questionnaire_hash,
      demo: 0,
    })
    await openWave(test.database, wave, '2026-05-04')
    const { code } = await createLink(test.database, { wave: wave.id, label: 'Quầy' })
    return { wave: wave.id, code }
  }

  const visit = async (path: string) => (await test.send(`/s/${path}`)).text()

  it('shows that the wave was closed in between', async () => {
    const { wave, code } = await openedWith(test.hashes.questionnaire)
    expect(await visit(code)).toContain('id="consent"')
    await closeWave(test.database, wave, test.clock.now)
    const html = await visit(code)
    expect(html).not.toContain('id="consent"')
    expect(html).toContain('Đợt khảo sát đã kết thúc')
    expect(html).toContain('"state":"closed"')
  })

  it('shows that the link was taken away in between', async () => {
    const { wave, code } = await openedWith(test.hashes.questionnaire)
    expect((await test.send(`/s/${code}`)).status).toBe(200)
    await deleteLink(test.database, { wave, code })
    expect((await test.send(`/s/${code}`)).status).toBe(404)
  })

  it('shows each wave its own version, and the newer one where a wave was given it', async () => {
    const older = await publish({ ...TINY_QUESTIONNAIRE, id: 'renewed', title: { vi: 'Bản đầu' } })
    const newer = await publish({
      ...TINY_QUESTIONNAIRE,
      id: 'renewed',
      version: 2,
      title: { vi: 'Bản sửa' },
    })
    const [first, second] = [await openedWith(older), await openedWith(newer)]
    for (const _ of [1, 2]) {
      expect(await visit(first.code)).toContain(`"hash":"${older}"`)
      expect(await visit(second.code)).toContain(`"hash":"${newer}"`)
    }
    const { query } = test.database
    await query.updateTable('wave').set({ questionnaire_hash: newer }).where('id', '=', first.wave).execute()
    const html = await visit(first.code)
    expect(html).toContain('>Bản sửa</h1>')
    expect(html).toContain(`"hash":"${newer}"`)
    expect(html).not.toContain('Bản đầu')
  })

  it('does not mix languages, nor links of one wave', async () => {
    const { wave, code } = await openedWith(await publish(TWO_LANGUAGES))
    const { code: other } = await createLink(test.database, { wave, label: 'Cổng' })
    for (const _ of [1, 2]) {
      for (const link of [code, other]) {
        const vietnamese = await visit(link)
        expect(vietnamese).toContain('<html lang="vi">')
        expect(vietnamese).toContain('>Phiếu hai thứ tiếng</h1>')
        expect(vietnamese).toContain(`action="/s/${link}"`)
        const english = await visit(`${link}/en`)
        expect(english).toContain('<html lang="en">')
        expect(english).toContain('>A survey in two languages</h1>')
        expect(english).toContain(`action="/s/${link}/en"`)
        expect(english).toContain('Which office?')
        expect(english).not.toMatch(/Phiếu hai thứ tiếng|Cơ quan nào/)
      }
    }
  })

  it('reads the definitions once: what a hash names cannot become another', async () => {
    const hash = await publish({ ...TINY_QUESTIONNAIRE, id: 'read-once' })
    const { code } = await openedWith(hash)
    const before = await visit(code)
    const { query } = test.database
    await query.updateTable('definition').set({ body: '{}' }).where('hash', '=', hash).execute()
    expect(await visit(code)).toBe(before)
  })
})
