import { brotli } from './serve-files.ts'

export interface PagePart {
  readonly name: string
  readonly bytes: number
  /** Compressed alone: together they take less. */
  readonly compressed: number
}

/** What a respondent's page consists of, to see which part grew. */
export function partsOf(html: string): readonly PagePart[] {
  const style = between(html, /<style>(.*?)<\/style>/s)
  const data = between(html, /<script type="application\/json"[^>]*>(.*?)<\/script>/s)
  const script = between(html, /<script>(.*?)<\/script>/s)
  const letter = [style, data, script].reduce((rest, part) => rest.replace(part, () => ''), html)
  const { form, ...rest } = JSON.parse(data) as { readonly form: unknown }
  return Object.entries({
    letter,
    style,
    script,
    questionnaire: JSON.stringify(form),
    'words of the page': JSON.stringify(rest),
  }).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), compressed: brotli(text).length }))
}

function between(html: string, pattern: RegExp): string {
  const [, text] = pattern.exec(html) ?? []
  if (text === undefined) throw new Error(`The page lacks ${pattern}`)
  return text
}
