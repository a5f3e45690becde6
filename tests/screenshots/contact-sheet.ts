export interface Shot {
  /** The language and the view. */
  readonly name: string
  readonly path: string
  /** How wide it stands on the sheet, in pixels. */
  readonly shownWidth: number
}

/** All pictures on one page, those of one view together; each is fetched by its place in the list. */
export function contactSheet(shots: readonly Shot[]): string {
  const names = [...new Set(shots.map(({ name }) => name))]
  const figures = names.map((name) => {
    const pictures = shots.flatMap((shot, place) =>
      shot.name === name ? [`<img src="/${place}" width="${shot.shownWidth}">`] : [],
    )
    return `<figure><figcaption>${name}</figcaption><div>${pictures.join('')}</div></figure>`
  })
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${figures.join('')}`
}

const STYLE = `
body { margin: 12px; background: #8a9492; font: 11px sans-serif; display: flex; flex-wrap: wrap; gap: 10px }
figure { margin: 0 } figcaption { font-weight: bold; margin-bottom: 3px }
div { display: flex; align-items: start; gap: 4px }
img { max-height: 260px; object-fit: cover; object-position: top }
`
