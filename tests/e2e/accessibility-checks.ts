import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** How a view is looked at: colours depend on the scheme, what fits depends on the width. */
const LOOKS = [
  { colorScheme: 'light', width: 360, tags: WCAG_2_2_AA },
  { colorScheme: 'dark', width: 360, tags: ['cat.color'] },
  { colorScheme: 'light', width: 1440, tags: WCAG_2_2_AA },
  { colorScheme: 'dark', width: 1440, tags: ['cat.color'] },
] as const

/** What axe finds on a view, light and dark, on a phone and on a screen: one line a fault. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const faults: string[] = []
  for (const { colorScheme, width, tags } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await runAxe(page, tags)).map((fault) => `${colorScheme} ${width}: ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 640 })
  return faults
}

async function runAxe(page: Page, tags: readonly string[]): Promise<readonly string[]> {
  const options: RunOptions = {
    runOnly: { type: 'tag', values: [...tags] },
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate(
    (run) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(run),
    options,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** How far a view runs over the side at 320 px, which is 1280 px at 400 %, and with letters twice as large. */
export async function overflowsOf(page: Page): Promise<readonly string[]> {
  const over = (width: number, letters: string) =>
    page
      .evaluate((size) => {
        document.documentElement.style.fontSize = size
        const overflow = document.documentElement.scrollWidth - innerWidth
        const widest = [...document.body.querySelectorAll('*')].find(
          (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
        )
        document.documentElement.style.fontSize = ''
        return overflow > 0 ? `${overflow} px: ${widest?.outerHTML.slice(0, 120)}` : ''
      }, letters)
      .then((overflow) => (overflow ? [`${width} px, ${letters || 'usual letters'}: ${overflow}`] : []))
  await page.setViewportSize({ width: 320, height: 568 })
  const small = await over(320, '')
  await page.setViewportSize({ width: 360, height: 640 })
  return [...small, ...(await over(360, '225%'))]
}

/** Everything Tab reaches on a view that does not show that it has the focus. */
export async function unseenFocus(page: Page): Promise<readonly string[]> {
  const unseen: string[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return 'end'
      const shows = (element: Element | null) => {
        const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : {}
        return (
          outlineStyle !== undefined && outlineStyle !== 'none' && Number.parseFloat(outlineWidth ?? '0') >= 2
        )
      }
      const isHidden = getComputedStyle(focused).opacity === '0'
      const isSeen = (!isHidden && shows(focused)) || shows(focused.nextElementSibling)
      return isSeen ? '' : focused.outerHTML.slice(0, 120)
    })
    if (found === 'end') break
    if (found && !unseen.includes(found)) unseen.push(found)
  }
  return unseen
}
