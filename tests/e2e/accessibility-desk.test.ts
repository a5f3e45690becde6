import { expect, it } from 'vitest'
import { axeFaults } from './accessibility-checks.ts'
import { servedDesk } from './served-desk.ts'

const desk = servedDesk()

it('has nothing that axe finds on any page of the desk', { timeout: 300_000 }, async () => {
  const staff = await desk.enter()
  const faults: string[] = []
  for (const path of desk.site().pages) {
    await staff.open(path)
    faults.push(...(await axeFaults(staff.page)).map((fault) => `${path}: ${fault}`))
  }
  expect(faults).toEqual([])
  await staff.leave()
})

it('has nothing that axe finds on the public page', async () => {
  const page = await desk.browser().newPage()
  await page.goto(desk.site().origin)
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})
