import { chmodSync, readFileSync, statSync } from 'node:fs'
import type { Browser } from 'playwright-core'

export interface Shot {
  /** The language and the view. */
  readonly name: string
  readonly path: string
  /** How wide it stands on the sheet, in pixels. */
  readonly shownWidth: number
}

/** How a sheet is set: views of all lengths cut alike, or in columns and in full. */
export type Setting = 'rows' | 'columns'

/** Puts all pictures on one page and takes a picture of that; answers how much it weighs. */
export async function writeSheet(
  browser: Browser,
  {
    shots,
    path,
    setting,
  }: { readonly shots: readonly Shot[]; readonly path: string; readonly setting: Setting },
): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 2040, height: 1000 } })
  await page.route('http://localhost:1/*', (route) => {
    const place = Number(new URL(route.request().url()).pathname.slice(1))
    const shot = shots[place]
    return shot
      ? route.fulfill({ contentType: 'image/png', body: readFileSync(shot.path) })
      : route.fulfill({ contentType: 'text/html', body: contactSheet(shots, setting) })
  })
  await page.goto('http://localhost:1/sheet')
  await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 20 })
  await page.close()
  // The database that served the views lets nobody else read what is written after it.
  chmodSync(path, 0o644)
  return `${shots.length} pictures; ${path}: ${(statSync(path).size / 1e6).toFixed(2)} MB`
}

/** All pictures on one page, those of one view together; each is fetched by its place in the list. */
function contactSheet(shots: readonly Shot[], setting: Setting): string {
  const names = [...new Set(shots.map(({ name }) => name))]
  const figures = names.map((name) => {
    const pictures = shots.flatMap((shot, place) =>
      shot.name === name ? [`<img src="/${place}" width="${shot.shownWidth}">`] : [],
    )
    return `<figure><figcaption>${name}</figcaption><div>${pictures.join('')}</div></figure>`
  })
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}${STYLES[setting]}</style>${figures.join('')}`
}

const STYLE = `
body { margin: 12px; background: #8a9492; font: 11px sans-serif; gap: 10px }
figure { margin: 0 } figcaption { font-weight: bold; margin-bottom: 3px }
div { display: flex; align-items: start; gap: 4px }
`

const STYLES: Readonly<Record<Setting, string>> = {
  rows: `
body { display: flex; flex-wrap: wrap }
img { max-height: 260px; object-fit: cover; object-position: top }
`,
  columns: `
body { columns: 11 }
figure { break-inside: avoid; padding-bottom: 10px } figcaption { overflow-wrap: anywhere }
`,
}
