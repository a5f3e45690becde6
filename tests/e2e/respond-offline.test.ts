import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkView } from './page-checks.ts'
import { NOTHING_KEPT, type Respondent } from './respondent.ts'
import { servedSurvey } from './served-survey.ts'

const { site, visit } = servedSurvey()

let firm: Respondent
beforeEach(async () => {
  firm = await visit()
})

afterEach(() => firm.leave())

/** Waits until the page can be opened without a network. */
async function keptForOffline({ page }: Respondent): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const [registration] = await navigator.serviceWorker.getRegistrations()
      const files = await (await caches.open('pci-pulse')).keys()
      const isInCharge = registration?.active?.state === 'activated' && !!navigator.serviceWorker.controller
      return { files: files.length, isInCharge }
    })
  await expect.poll(kept, { timeout: 20_000 }).toEqual({ files: 3, isInCharge: true })
}

describe('without a network', { timeout: 120_000 }, () => {
  it('opens again after it was closed, goes on where it was left, and sends once when the line returns', async () => {
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Không')
    await keptForOffline(firm)
    await firm.context.setOffline(true)
    await firm.page.close()

    const page = await firm.context.newPage()
    await page.goto(site().address)
    expect(await page.locator('h1').innerText()).toBe('Có làm thủ tục đất đai không?')
    expect(await page.getByLabel('Không', { exact: true }).isChecked()).toBe(true)
    await page.waitForSelector('link[rel=stylesheet]', { state: 'attached' })
    await page.getByRole('button', { name: 'Các mục của phiếu' }).click()
    await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click()
    await page.getByRole('button', { name: 'Ghi “Không muốn trả lời” cho các câu này' }).click()
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.waitForSelector('text=Máy này đang không có mạng')
    expect(await site().inbox()).toHaveLength(0)

    await firm.context.setOffline(false)
    await page.waitForSelector('.receipt')
    expect((await site().inbox()).map(({ answers }) => answers)).toEqual([{ land: 'no', fee: 'refused' }])
    const left = () =>
      page.evaluate(async () => [
        localStorage.length,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ])
    await expect.poll(left).toEqual([0, 0, 0])
  })

  it('takes every answer before the later script is there, and checks and ends the section once it is', async () => {
    const { page } = firm
    let isCut = true
    await page.route('**/assets/later-*', (route) => (isCut ? route.abort() : route.continue()))
    await page.goto(site().address)
    await firm.choose('Tôi đã đọc và đồng ý trả lời.')
    await firm.press('Bắt đầu')
    await firm.onView('Các mục của phiếu')
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await firm.press('Tiếp tục')
    await firm.onView('Phần này cần có mạng để tải. Câu trả lời không bị mất; xin chờ hoặc quay lại.')
    await firm.press('Các mục của phiếu')
    await firm.open('Trải nghiệm')
    await firm.press('Vào mục này')
    await firm.onView('Bao nhiêu ngày?')
    await firm.type('Bao nhiêu ngày?', '400')
    await firm.press('Tiếp tục')
    await firm.onView('Gặp vướng mắc gì?')
    isCut = false
    await firm.whole()
    await firm.press('Quay lại')
    await firm.onView('Bao nhiêu ngày?')
    expect(await page.getByLabel('Bao nhiêu ngày?').inputValue()).toBe('400')
    await firm.press('Tiếp tục')
    expect(await firm.onErrorSummary()).toBe('Ghi một số từ 0 đến 365')
  })
})

describe('from device to device', { timeout: 120_000 }, () => {
  it('takes the answers along in a file that can be read, and brings them back where nothing is kept', async () => {
    const { page } = firm
    await firm.begin()
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await firm.press('Các mục của phiếu')
    await firm.press('Kiểm tra và gửi')
    await page.getByText('Mang phiếu theo').click()
    const download = page.waitForEvent('download')
    await firm.press('Tải bản mang theo')
    const path = await (await download).path()
    const file = readFileSync(path, 'utf8')
    expect(file).toContain('Có làm thủ tục đất đai không?')
    expect(file).toMatch(/<dd>[^/]*Có</)

    const other = await visit()
    await other.page.goto(site().address)
    await other.whole()
    const choosing = other.page.waitForEvent('filechooser')
    await other.page.getByText('Mở một bản mang theo').click()
    await (await choosing).setFiles({ name: 'phieu.html', mimeType: 'text/html', buffer: Buffer.from(file) })
    await other.page.locator('#carried', { hasText: 'Đã lấy lại 1 câu trả lời.' }).waitFor()
    expect(await other.heading()).toBe('Các mục của phiếu')
    await checkView(other.page)
    await other.leave()
  })

  it('refuses a file of something else', async () => {
    await firm.page.goto(site().address)
    await firm.whole()
    const choosing = firm.page.waitForEvent('filechooser')
    await firm.page.getByText('Mở một bản mang theo').click()
    await (
      await choosing
    ).setFiles({ name: 'x.html', mimeType: 'text/html', buffer: Buffer.from('<p>?</p>') })
    expect(await firm.page.locator('#carried').innerText()).toContain('Tệp này không phải là bản mang theo')
  })

  it('offers what is kept for an earlier version, and takes of it what still fits', async () => {
    const { page } = firm
    await page.goto(site().address)
    await page.evaluate((wave) => {
      const draft = { key: 'a'.repeat(32), typed: {}, seen: [], done: [], skipped: [], arms: {}, view: 'hub' }
      const answers = { land: 'no', fair: 4, gone: 'yes', extra: 'perhaps' }
      localStorage.setItem(`pci-pulse/${wave}/${'0'.repeat(64)}`, JSON.stringify({ ...draft, answers }))
    }, site().wave)
    await page.reload()
    await page.getByText('Phiếu có phiên bản mới').waitFor()
    await firm.press('Dùng lại các câu trả lời này')
    await firm.onView('Các mục của phiếu')
    expect(await page.locator('footer').innerText()).toContain('(2 câu)')
    expect((await firm.kept()).local).toBe(1)
  })

  it('changes the language where nothing is kept, without losing an answer', async () => {
    const { page } = firm
    await page.goto(site().address)
    await firm.whole()
    await firm.choose('Tôi đã đọc và đồng ý trả lời.')
    await page.getByLabel(/dùng chung/).check()
    await firm.press('Bắt đầu')
    await firm.goToLandQuestion()
    await firm.choose('Có')
    await page.getByRole('link', { name: '中文' }).click()
    await page.waitForSelector('html[lang=zh]')
    expect(await page.locator('input:checked').getAttribute('value')).toBe('yes')
    expect(await page.locator('footer').innerText()).toContain('（1题）')
    expect(await firm.kept()).toEqual(NOTHING_KEPT)
    await checkView(page)
  })
})

it('is answered by touch on a small phone', async () => {
  const phone = await visit({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } })
  const { page } = phone
  await page.goto(site().address)
  await phone.whole()
  await page.getByLabel('Tôi đã đọc và đồng ý trả lời.').tap()
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await page.locator('.row', { hasText: 'Trải nghiệm' }).tap()
  await page.getByRole('button', { name: 'Vào mục này' }).tap()
  await page.getByText('Chậm', { exact: true }).tap()
  await page.getByText('Không rõ', { exact: true }).tap()
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).tap()
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).tap()
  await page.locator('.point input').last().tap()
  expect(await page.locator('.point input').last().isChecked()).toBe(true)
  await page.getByText('Không biết', { exact: true }).tap()
  expect(await page.locator('.point input').last().isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Bỏ câu trả lời này' }).tap()
  expect(await page.locator('input:checked').count()).toBe(0)
  expect(phone.complaints).toEqual([])
  await phone.leave()
}, 120_000)

it('hides the answers that chance has a part in', async () => {
  const { page } = firm
  await firm.begin()
  await firm.open('Câu hỏi gián tiếp')
  await firm.press('Vào mục này')
  const shown = await page.locator('.statements li').allInnerTexts()
  expect([4, 5]).toContain(shown.length)
  const codes = await page
    .locator('fieldset input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))
  expect(codes.slice(0, shown.length + 1)).toEqual(
    shown.concat('').map((_, count) => `${shown.length === 4 ? 'control' : 'treatment'}-${count}`),
  )
  // Turning away and back shows the same list.
  await firm.press('Quay lại')
  await firm.press('Vào mục này')
  expect(await page.locator('.statements li').allInnerTexts()).toEqual(shown)
  await firm.press('Tiếp tục')
  await page.locator('.statements li').first().waitFor()
  await firm.press('Tiếp tục')
  const toss = await page.locator('.notice').innerText()
  expect(toss).toMatch(/tung đồng xu/)
  await checkView(page)
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toMatch(/toss|truth/)
}, 120_000)
