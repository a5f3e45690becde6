import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkView } from './page-checks.ts'
import type { Respondent } from './respondent.ts'
import { servedSurvey } from './served-survey.ts'

const { site, visit } = servedSurvey()

let firm: Respondent
beforeEach(async () => {
  firm = await visit({ javaScriptEnabled: false })
})

afterEach(async () => {
  await firm.leave()
  await site().emptyInbox()
})

it('goes page by page, says what is wrong, keeps the language, and sends once', async () => {
  const { page } = firm
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const at = async (title: string) => {
    await page.locator('h1', { hasText: title }).waitFor()
    expect(await site().inbox()).toEqual([])
  }
  await page.goto(site().address)
  await checkView(page)
  await press('Bắt đầu')
  expect(await page.title()).toBe('Lỗi: Phiếu khảo sát doanh nghiệp')
  expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#consent')
  await page.getByLabel('Tôi đã đọc và đồng ý trả lời.').check()
  await press('Bắt đầu')
  await at('Các mục của phiếu')
  await press('Bắt đầu trả lời')
  await at('Xin trả lời cho năm vừa qua.')
  await press('Tiếp tục')
  await at('Có làm thủ tục đất đai không?')
  await press('Tiếp tục')
  expect(await page.locator('.field-error').innerText()).toContain('Trả lời câu này')
  await page.getByLabel('Có', { exact: true }).check()
  // Another language, with the answer on the way.
  await press('English')
  await at('Any land procedure?')
  expect(await page.getByLabel('Yes').isChecked()).toBe(true)
  await press('Tiếng Việt')
  await press('Tiếp tục')
  await at('Xem lại: Doanh nghiệp')
  await press('Xong mục này')
  await press('Tiếp tục: Trải nghiệm')
  await press('Vào mục này')
  await at('Bao nhiêu ngày?')
  await page.getByLabel('Bao nhiêu ngày?').fill('400')
  // Enter presses Continue, not Back.
  await page.keyboard.press('Enter')
  expect(await page.locator('.error-summary').innerText()).toContain('Ghi một số từ 0 đến 365')
  await page.getByLabel('Bao nhiêu ngày?').fill('12')
  await press('Quay lại')
  await at('Trải nghiệm')
  await press('Quay lại')
  await press('Kiểm tra và gửi')
  await at('Kiểm tra lần cuối trước khi gửi')
  await press('Ghi “Không muốn trả lời” cho các câu này')
  await press('Gửi phiếu')
  await page.locator('.receipt').waitFor()
  expect(await firm.receiptCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  expect((await site().inbox()).map(({ answers }) => answers)).toEqual([
    { land: 'yes', days: 12, fee: 'refused' },
  ])
  // Sent again by a reload, it counts once.
  await page.reload()
  expect(await site().inbox()).toHaveLength(1)
}, 120_000)

it('draws each page as the script would', async () => {
  const withScript = await visit()
  await withScript.begin()
  await withScript.open('Trải nghiệm')
  const { page } = firm
  await page.goto(site().address)
  await page.getByLabel('Tôi đã đọc và đồng ý trả lời.').check()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.locator('.row', { hasText: 'Trải nghiệm' }).click()
  expect(await page.locator('main').innerHTML()).toBe(await withScript.page.locator('main').innerHTML())
  await withScript.leave()
}, 120_000)

it('takes forms of its own only, and no more than a form', async () => {
  const post = (headers: Record<string, string>, body = 'do=begin') =>
    fetch(site().address, { method: 'POST', headers, body })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await post(form)).status).toBe(200)
  expect((await post({ ...form, origin: 'null' })).status).toBe(200)
  expect((await post({ ...form, origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post(form, `draft=${'x'.repeat(300_000)}`)).status).toBe(413)
  const strange = await post(form, 'draft=%7B%22key%22%3A1%7D&do=__proto__')
  expect(strange.status).toBe(200)
  expect(await strange.text()).toContain('id="consent"')
})
