import type { FrameLocator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import pulse from '../../survey-definitions/questionnaires/pci-pulse.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { itemsOf } from '../../survey-definitions/rule.ts'
import type { Staff } from './desk-site.ts'
import { servedDesk } from './served-desk.ts'

const [RULED] = Questionnaire.parse(pulse)
  .sections.flatMap(({ items }) => items)
  .filter(({ showIf }) => showIf !== undefined)
if (RULED?.showIf === undefined) throw new Error('No item of the questionnaire depends on another')

/** An item that is asked only after some answers, the item it depends on, and an option that will do. */
const [ASKED = ''] = itemsOf(RULED.showIf)
const OPTION = JSON.stringify(RULED.showIf).match(/"(?:is|oneOf|includes)":\["[^"]+",\[?"([^"]+)"/)?.[1]

const DRAFT = { ...pulse, version: pulse.version + 1 }

const { site, enter } = servedDesk()

let staff: Staff
let page: Page
let frame: FrameLocator
beforeAll(async () => {
  staff = await enter()
  page = staff.page
  frame = page.frameLocator('iframe')
})

const openFile = (text: string) =>
  page
    .getByLabel('Mở tệp JSON đang soạn')
    .setInputFiles({ name: 'draft.json', mimeType: 'application/json', buffer: Buffer.from(text) })
const title = () => frame.getByRole('heading', { level: 1 })
const card = (code: string) =>
  page.locator('.item-card').filter({ has: page.locator(`code:text-is("${code}")`) })
const waiting = async () => {
  const { waitingAtLeast, released } = await page.evaluate(
    async (wave) => (await fetch(`/api/waves/${wave}`)).json(),
    site().wave,
  )
  return [waitingAtLeast, released]
}

describe('the preview of a questionnaire', () => {
  it('says what is wrong with a draft, where, and what to do', async () => {
    await staff.open('/desk/waves/new')
    await page.getByRole('link', { name: 'một phiếu đang soạn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Xem thử phiếu' }).waitFor()

    await openFile('{\n  "format": "pci-pulse/questionnaire/1",,\n}')
    await page.getByText(/Dòng 2, cột \d+: *Tệp không phải JSON/).waitFor()

    const [first, ...others] = DRAFT.sections
    const [item, ...items] = first!.items
    const broken = { ...item, showIf: { answered: 'nowhere' } }
    await openFile(
      JSON.stringify({ ...DRAFT, sections: [{ ...first, items: [broken, ...items] }, ...others] }),
    )
    const errors = page.getByRole('alert').filter({ hasText: 'Phiếu chưa dùng được' })
    await errors.getByText(`Mục 1 (${first!.code}), câu 1 (${item!.code}):`).waitFor()
    expect(await errors.innerText()).toContain('Điều kiện nhắc đến một câu không có. Sửa mã câu.')
    expect(await errors.innerText()).toContain('/sections/0/items/0/showIf')
    expect(await page.locator('iframe').count()).toBe(0)
  })

  it('shows what cannot be published yet, with the reason', async () => {
    await openFile(
      JSON.stringify({ ...DRAFT, version: pulse.version, title: { ...pulse.title, vi: 'Tên mới' } }),
    )
    await page.getByText('Số bản phải lớn hơn bản đã phát hành').waitFor()
    await title().getByText('Tên mới').waitFor()
    expect(
      await page
        .getByRole('alert')
        .filter({ hasText: 'Xem thử được, nhưng chưa phát hành được: 1 lỗi' })
        .count(),
    ).toBe(1)
  })

  it('is walked to the end like the real page, and sends nothing', async () => {
    const before = await waiting()
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await openFile(JSON.stringify(DRAFT))
    await title().getByText(DRAFT.title.vi).waitFor()
    await frame.getByText('Xem thử, không gửi đi').waitFor()
    await frame.locator('#consent').check()
    await frame.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('button', { name: 'Điền thử ngẫu nhiên' }).click()
    await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click()
    await frame.locator('button[value="send"]').click()
    // A receipt of noughts: none that the server gives.
    await frame.locator('.receipt-code').getByText('00000').first().waitFor()
    expect(requests).toEqual(['POST /api/definitions/questionnaires/check', 'POST /desk/preview/page'])
    expect(await waiting()).toEqual(before)
  })

  it('shows any item, on the way or off it, and says why others are not asked', async () => {
    await page.getByRole('button', { name: 'Xóa câu trả lời thử' }).click()
    const off = page.locator('.off-path').first()
    const text = await off.locator('.item-text span').first().innerText()
    expect(await off.innerText()).toContain('Chỉ hỏi khi')
    expect(await off.innerText()).toMatch(/Bỏ qua vì câu \d+ chưa được trả lời/)
    await off.locator('.item-text').click()
    await title().getByText(text).waitFor()
    expect(await off.getAttribute('aria-current')).toBe('true')
    // Looking at it has not put it on the way.
    expect(await off.getAttribute('class')).toContain('off-path')
  })

  it('draws the way anew at every answer', async () => {
    const all = page.locator('.item-card')
    const states = () => all.evaluateAll((cards) => cards.map(({ className }) => className))
    const [before, count] = [await states(), await page.locator('.way-count').innerText()]
    await card(ASKED).locator('.item-text').click()
    await frame.locator(`input[name="${ASKED}"][value="${OPTION}"]`).check()
    await page.waitForFunction((was) => document.querySelector('.way-count')?.textContent !== was, count)
    expect(await states()).not.toEqual(before)
    expect(await card(RULED.code).getAttribute('class')).toContain('on-path')
  })

  it('keeps the answers when the language, the channel or the width changes', async () => {
    await frame.getByRole('link', { name: 'English' }).click()
    await frame.locator('html[lang="en"]').waitFor()
    expect(await page.getByLabel('Ngôn ngữ').inputValue()).toBe('en')
    await frame.locator(`input[name="${ASKED}"]:checked`).waitFor()
    await page.getByLabel('Ngôn ngữ').selectOption('zh')
    await frame.locator('html[lang="zh"]').waitFor()
    await frame.locator(`input[name="${ASKED}"]:checked`).waitFor()
    await page.getByLabel('Kênh').selectOption('interviewer')
    await frame.locator(`input[name="${ASKED}"]:checked`).waitFor()
    for (const width of ['320', '360', '768']) {
      await page.getByLabel('Bề ngang').selectOption(width)
      expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(Number(width))
    }
    await page.getByLabel('Bề ngang').selectOption('full')
    expect(await frame.locator('html').evaluate(() => innerWidth)).toBeGreaterThan(1000)
  })

  it('leaves nothing on the device, and could not', async () => {
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('pci'))),
    ).toEqual([])
    const origin = await frame.locator('html').evaluate(() => self.origin)
    expect(origin).toBe('null')
    const refused = await frame.locator('html').evaluate(async () => {
      const reached = await fetch('/api/health').catch(() => 'refused')
      let cookies = 'refused'
      try {
        cookies = document.cookie
      } catch {
        // As it should be.
      }
      return [reached, cookies]
    })
    expect(refused).toEqual(['refused', 'refused'])
  })

  it('opens what is published from the wave that asks it', async () => {
    await staff.open(`/desk/waves/${site().wave}`)
    await page.getByRole('link', { name: 'Xem thử phiếu' }).click()
    await title().waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'lỗi' }).count()).toBe(0)
    expect(await page.locator('.item-card').count()).toBeGreaterThan(100)
  })

  it('does not let the quick exit of a sensitive question leave the frame', async () => {
    await card('q5-02').locator('.item-text').click()
    await frame.locator('#exit').click()
    await page.getByText('Ở đây nút vừa bấm không đi đâu.').waitFor()
    expect(await frame.locator('#exit').count()).toBe(1)
  })

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(360)
  })

  it('makes the browser complain of nothing but what was refused on purpose', () => {
    const unexpected = staff.complaints.filter((text) => !text.includes('/api/health'))
    expect(unexpected).toEqual([])
  })
})
