import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { axeFaults } from './accessibility-checks.ts'
import { type DeskSite, openDeskSite, openStaff } from './desk-site.ts'

let site: DeskSite
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  site = await openDeskSite()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('has nothing that axe finds on any page of the desk', { timeout: 300_000 }, async () => {
  const staff = await openStaff(browser, site)
  const faults: string[] = []
  for (const path of site.pages) {
    await staff.open(path)
    faults.push(...(await axeFaults(staff.page)).map((fault) => `${path}: ${fault}`))
  }
  expect(faults).toEqual([])
  await staff.leave()
})

it('has nothing that axe finds on the public page', async () => {
  const page = await browser.newPage()
  await page.goto(site.origin)
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})
