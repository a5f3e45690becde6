import { correction, generate } from 'lean-qr'
import type { Locator } from 'playwright-core'
import type { Staff } from './desk-site.ts'

/** What a screen reader, a keyboard or a narrow screen would stumble over. */
export function flawsOf({ page }: Staff): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isNamed = (field: HTMLInputElement) =>
      (field.labels?.length ?? 0) > 0 || field.hasAttribute('aria-label')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const references = [...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].flatMap(
      (element) =>
        `${element.getAttribute('aria-labelledby') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`
          .split(' ')
          .filter(Boolean),
    )
    return [
      document.querySelectorAll('h1').length === 1 ? '' : 'not one heading of the first level',
      document.documentElement.scrollWidth <= innerWidth
        ? ''
        : `wider than the screen: ${[...document.querySelectorAll('main *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
            .map(
              (element) =>
                `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent?.slice(0, 40)}`,
            )
            .join(' | ')}`,
      document.querySelectorAll('[style]').length === 0 ? '' : 'a style attribute',
      new Set(ids).size === ids.length ? '' : 'an id twice',
      references.every((id) => document.getElementById(id) !== null) ? '' : 'a reference to nothing',
      [...document.querySelectorAll('input')].every(isNamed) ? '' : 'a field without a name',
      [...document.querySelectorAll('a, button')].every((element) => element.textContent?.trim())
        ? ''
        : 'a link or button without words',
      document.title.endsWith('– Nhịp PCI') ? '' : 'a page without a title',
    ].filter((flaw) => flaw !== '')
  })
}

/** The counts of a table of answers, added up. */
export async function countsOf(table: Locator): Promise<number> {
  const counts = await table.locator('tbody tr td:nth-child(3)').allInnerTexts()
  return counts.reduce((sum, count) => sum + Number(count), 0)
}

export async function factOf({ page }: Staff, name: string): Promise<number> {
  const fact = page.locator('.fact').filter({ has: page.getByText(name, { exact: true }) })
  return Number(await fact.locator('dd').innerText())
}

/** The modules of the QR code that stands for a text. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  const code = generate(text, { minCorrectionLevel: correction.Q })
  const places = Array.from({ length: code.size }, (_, place) => place)
  return places.map((y) => places.map((x) => code.get(x, y)))
}

/** The modules of a QR code as a camera sees them: dark or not at the middle of each. */
export async function modulesSeen(code: Locator, size: number): Promise<readonly (readonly boolean[])[]> {
  const picture = (await code.screenshot()).toString('base64')
  return code.page().evaluate(
    async ({ picture: base64, size: modules }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('No canvas')
      context.drawImage(image, 0, 0)
      const step = image.width / (modules + 8)
      const isDark = (x: number, y: number) =>
        (context.getImageData((x + 4.5) * step, (y + 4.5) * step, 1, 1).data[0] ?? 255) < 128
      return Array.from({ length: modules }, (_, y) =>
        Array.from({ length: modules }, (__, x) => isDark(x, y)),
      )
    },
    { picture, size },
  )
}
