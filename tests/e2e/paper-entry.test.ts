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

describe('paper forms', () => {
  it('takes a paper form typed in by the keyboard alone, with the marks that are printed', async () => {
    const { page } = staff
    await staff.open(`/desk/waves/${site.wave}/paper`)
    const printed = page.locator('.paper-item').filter({ hasText: 'bao nhiêu lao động' })
    expect(await printed.locator('.paper-mark').allInnerTexts()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      'K',
      'T',
    ])

    await staff.open(`/desk/waves/${site.wave}/entry`)
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await page.keyboard.type('99')
    await page.getByText('Gõ một mã: 1').waitFor()
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('.entry-count').innerText()).toBe('')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('k')
    await page.keyboard.press('Enter')
    // Questions that others hang on: sending stops at each that was left empty, and says so.
    await page.keyboard.press('Control+Enter')
    await page.getByText('Cần có mã').first().waitFor()
    const sent = page.getByText('Đã gửi 1 phiếu')
    for (let needed = 0; needed < 40 && (await sent.count()) === 0; needed += 1) {
      await page.keyboard.type('T')
      await page.keyboard.press('Control+Enter')
      await page.waitForTimeout(100)
    }
    await sent.waitFor()
    expect(await page.locator('input').first().inputValue()).toBe('')
  })
})
