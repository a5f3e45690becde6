import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import readQr from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { newKey } from '../support/app.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Product, startProduct } from '../support/product.ts'
import fiveProvinces from '../truth/pci-2019-five-provinces.json' with { type: 'json' }
import { tabTo } from './page-checks.ts'

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('goes from a QR code to the CSV: a firm answers by keyboard, the desk releases, estimates and exports', async () => {
  const desk = await enterDesk()
  expect(await addressInQrCode(desk)).toBe(product.surveyLink)

  const { code, given } = await answerEverything(product.surveyLink)
  expect(code).toMatch(/^[0-9A-Z]{26}$/)
  expect(Object.keys(given).length).toBeGreaterThan(60)

  await submitSimulatedFirms(product.surveyLink, 11)
  await desk.goto(`${product.origin}/desk/waves`)
  await desk.getByRole('link', { name: 'Đợt khảo sát doanh nghiệp đầu tiên' }).first().click()
  await desk.getByRole('button', { name: 'Tổng hợp ngay' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Tổng hợp', exact: true }).click()
  await desk.getByText('Đã tổng hợp: 12 phiếu').waitFor()

  await desk.getByRole('link', { name: 'Kết quả' }).click()
  const row = desk.getByRole('row').filter({ hasText: 'Chi phí không chính thức' }).first()
  await row.waitFor()
  expect(await row.innerText()).toMatch(/\d,\d\d/)
  expect(await desk.locator('main').innerText()).toContain('tham khảo')

  const rows = await downloadResponses(desk)
  expect(rows).toHaveLength(12)
  const answers = Object.entries(given)
  const matching = rows.filter((firm) => answers.every(([column, value]) => firm[column] === value))
  expect(matching).toHaveLength(1)
}, 300_000)

async function enterDesk(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(product.deskLink)
  await page.getByLabel('Họ và tên của anh/chị').fill('Nguyễn Thị Hoa')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Các đợt khảo sát' }).waitFor()
  return page
}

/** The address that a phone reads from the poster's code. */
async function addressInQrCode(desk: Page): Promise<string | undefined> {
  const code = product.surveyLink.split('/').at(-1)
  await desk.goto(`${product.origin}/desk/waves`)
  await desk.getByRole('link', { name: 'Đợt khảo sát doanh nghiệp đầu tiên' }).first().click()
  await desk.locator(`a[href$="/links/${code}/print/poster-a4"]`).first().click()
  const picture = await desk.locator('.qr-code').first().screenshot()
  const { data, width, height } = await desk.evaluate(pixelsOf, picture.toString('base64'))
  return readQr(Uint8ClampedArray.from(data), width, height)?.data
}

/** The pixels of a picture, decoded by the browser that took it. */
async function pixelsOf(png: string): Promise<{ data: number[]; width: number; height: number }> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  return { data: [...data], width, height }
}

/** One firm on a phone, by keyboard alone, through every section; answers by column of the CSV. */
async function answerEverything(
  address: string,
): Promise<{ readonly code: string; readonly given: Record<string, string> }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(address)
  const questionnaire = await embeddedQuestionnaire(page)
  const items = new Map(
    questionnaire.sections.flatMap((section) => section.items).map((item) => [item.text.vi, item]),
  )
  await tabTo(page, page.getByLabel('Tôi đã đọc và đồng ý trả lời.'))
  await page.keyboard.press('Space')
  const given: Record<string, string> = {}
  const forward = page.locator('main button[class="button"]:visible')

  for (let view = 0; view < 400; view += 1) {
    const heading = (await page.locator('h1').innerText()).trim()
    // Nothing left to press: the answers are on their way.
    if ((await forward.count()) === 0) break
    const item = items.get(heading)
    if (item) Object.assign(given, await answerItem(page, item))
    await tabTo(page, forward.first())
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (before) => document.querySelector('h1')?.textContent?.trim() !== before,
      heading,
    )
  }
  const code = (await page.locator('.receipt-code').innerText()).replaceAll(/\s/g, '')
  await context.close()
  return { code, given }
}

/** The questionnaire as it was published, from the hash that the page carries. */
async function embeddedQuestionnaire(page: Page): Promise<Questionnaire> {
  const text = (await page.locator('#survey').textContent()) ?? ''
  const data: { hash: string } = JSON.parse(text)
  return publishedQuestionnaire(data.hash)
}

async function publishedQuestionnaire(hash: string): Promise<Questionnaire> {
  return Questionnaire.parse(await (await fetch(`${product.origin}/q/${hash}.json`)).json())
}

type Item = Questionnaire['sections'][number]['items'][number]

/** Answers the item in view by keyboard; profile columns are coarsened in the export, so not expected. */
async function answerItem(page: Page, item: Item): Promise<Record<string, string>> {
  if (item.kind === 'note') return {}
  if (item.kind === 'text' || item.kind === 'long-text') {
    await tabTo(page, page.locator('main textarea, main input[type=text]').first())
    await page.keyboard.type('Giảm số lần phải đi lại')
    return {}
  }
  if (item.kind === 'integer' || item.kind === 'decimal') {
    await tabTo(page, page.locator('main input.input').first())
    await page.keyboard.type('17')
    return { [item.code]: '17' }
  }
  const field = page.locator(`main input[type=${item.kind === 'multiple' ? 'checkbox' : 'radio'}]`).first()
  await tabTo(page, field)
  await page.keyboard.press('Space')
  const value = await field.getAttribute('value')
  if (item.stratifier || value === null) return {}
  return item.kind === 'multiple' ? { [`${item.code}.${value}`]: '1' } : { [item.code]: value }
}

/** Other firms, sent the way a browser sends them. */
async function submitSimulatedFirms(address: string, firms: number): Promise<void> {
  const html = await (await fetch(address)).text()
  const [, text = ''] = /<script type="application\/json" id="survey">(.*?)<\/script>/s.exec(html) ?? []
  const data: { wave: string; hash: string } = JSON.parse(text)
  const questionnaire = await publishedQuestionnaire(data.hash)
  const province = fiveProvinces.provinces.find(({ name }) => name === 'Lang Son')
  const values: Record<string, number> = { ...province?.values }
  for (const { answers } of simulateFirms({ questionnaire, values, firms, seed: 7 })) {
    const kept = Object.entries(answers).filter(([, answer]) => answer !== 'not-asked' && answer !== 'blank')
    const reply = await fetch(`${product.origin}/api/waves/${data.wave}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        key: newKey(),
        questionnaire: data.hash,
        answers: Object.fromEntries(kept),
      }),
    })
    expect(reply.status).toBe(201)
  }
}

async function downloadResponses(desk: Page): Promise<readonly Record<string, string>[]> {
  await desk.getByRole('link', { name: 'Tải về' }).first().click()
  const download = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'Tải responses.csv' }).click()
  const file = readFileSync(await (await download).path())
  return parse(file, { bom: true, columns: true })
}
