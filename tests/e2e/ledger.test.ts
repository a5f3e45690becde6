import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from './desk-site.ts'
import { servedDesk } from './served-desk.ts'

const desk = servedDesk()
let staff: Staff
let page: Page

beforeAll(async () => {
  staff = await desk.enter()
  page = staff.page
})

const row = () => page.getByRole('row').filter({ hasText: 'Tiếp cận đất đai' }).first()
const score = () => page.getByLabel('Điểm công bố: Tiếp cận đất đai')

describe('the ledger of forecasts', () => {
  it('shows what waits to be scored', async () => {
    await staff.open('/desk/waves')
    await page.getByRole('link', { name: 'Đối chiếu' }).click()
    await page.getByText('Chưa nhập điểm công bố').waitFor()
    expect(await row().innerText()).toMatch(/7,00\s+\d+%$/)
    expect(await page.getByText('Các dự báo đã đúng đến đâu').count()).toBe(0)
  })

  it('says which official score cannot be read, and that a source is missing', async () => {
    await page.getByText('Nhập điểm công bố năm 2024').click()
    await score().fill('71')
    await page.getByRole('button', { name: 'Lưu điểm công bố' }).click()
    await page.getByText('Nhập số từ 1 đến 10').waitFor()
    await page.getByText('Ghi nguồn của các điểm này').waitFor()
    expect(await score().evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('scores a forecast once its official score is entered', async () => {
    await score().fill('7,10')
    await page.getByLabel('Điểm công bố: Điểm tổng hợp PCI').fill('69,1')
    await page.getByLabel('Nguồn').fill('Báo cáo PCI 2024')
    await page.getByRole('button', { name: 'Lưu điểm công bố' }).click()
    await page.getByText('Nguồn điểm công bố: Báo cáo PCI 2024.').waitFor()
    expect(await row().innerText()).toMatch(/7,10\s+đạt\s+[+−]\d,\d\d\s+(có|không)\s+[01],\d\d$/)
    expect(await page.getByText(/chốt ngày \d\d\/\d\d\/\d{4}/).count()).toBe(1)
    const record = page.getByRole('region', { name: 'Các dự báo đã đúng đến đâu' })
    expect(await record.innerText()).toMatch(/Dự báo đã chấm\s+1\s/)
  })

  it('is taken away as a table', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải forecasts.csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('pci-pulse_forecasts.csv')
  })

  it('asks before scores are replaced or taken away', async () => {
    await score().fill('6,90')
    await page.getByRole('button', { name: 'Lưu điểm công bố' }).click()
    await page.getByRole('button', { name: 'Thôi' }).click()
    expect(await row().innerText()).toMatch(/7,10\s+đạt/)
    await page.getByRole('button', { name: 'Lưu điểm công bố' }).click()
    await page.getByRole('button', { name: 'Thay điểm' }).click()
    await row().getByText('không đạt').waitFor()

    await score().fill('')
    await page.getByLabel('Điểm công bố: Điểm tổng hợp PCI').fill('')
    await page.getByRole('button', { name: 'Xóa điểm công bố' }).click()
    await page.getByRole('button', { name: 'Xóa', exact: true }).click()
    await page.getByText('Chưa nhập điểm công bố').waitFor()
    expect(staff.complaints).toEqual([])
  })
})
