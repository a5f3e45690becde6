import { beforeAll, describe, expect, it } from 'vitest'
import type { DeskSite, Staff } from './desk-site.ts'
import { servedDesk } from './served-desk.ts'

const desk = servedDesk()
let site: DeskSite
let staff: Staff

beforeAll(async () => {
  site = desk.site()
  staff = await desk.enter()
})

describe('what to do about a sub-index', () => {
  it('is said step by step up to the target, each step with what it is worth', async () => {
    await staff.open(`${site.results}/land-access`)
    const section = staff.page.getByRole('region', { name: 'Nên làm gì' })
    expect(await section.innerText()).toMatch(/mục tiêu 7,00/)
    const rows = await section.getByRole('table').locator('tbody tr').allInnerTexts()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/\+\d+,\d{3} \/ \S/)
    expect(rows.at(-1)).toMatch(/7,00$/)
  })

  it('can be tried: a slider moves the score, its interval and the probability', async () => {
    const { page } = staff
    await page.getByText('Thử: nếu chỉ tiêu thay đổi thì sao').click()
    const figures = page.getByRole('status').filter({ hasText: 'xác suất đạt mục tiêu' })
    const before = await figures.innerText()
    expect(before).toContain('so với hiện nay 0,00')
    await page.getByRole('slider').first().fill('80')
    const after = await figures.innerText()
    expect(after).not.toBe(before)
    expect(after).toMatch(/so với hiện nay \+0,\d\d/)
    await page.getByRole('button', { name: 'Đặt lại như hiện nay' }).click()
    expect(await figures.innerText()).toBe(before)
    expect(staff.complaints).toEqual([])
  })
})

describe('what speaks against the answers', () => {
  it('is said beneath the scores: that too few seem careless to compare', async () => {
    await staff.open(site.results)
    expect(await staff.page.locator('main').innerText()).toContain(
      'Không so sánh điểm khi bỏ các phiếu có dấu hiệu trả lời thiếu cẩn thận',
    )
    expect(staff.complaints).toEqual([])
  })
})
