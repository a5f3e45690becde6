/** Members of a definition that a reader knows by another name. */
const NAMES: Readonly<Record<string, string>> = { sections: 'mục', items: 'câu', options: 'lựa chọn' }

/**
 * Where in a draft a JSON pointer leads, in words, as far as it is about sections, items and options.
 *
 * @example
 * errorPlace('/sections/1/items/0/text', draft) // => 'mục 2 (land-access), câu 1 (q2-01)'
 */
export function errorPlace(path: string, draft: unknown): string {
  const words: string[] = []
  let value = draft
  let list = ''
  for (const part of path.split('/').slice(1)) {
    value = memberOf(value, part)
    const name = NAMES[list]
    if (name !== undefined && /^\d+$/.test(part)) {
      const code = memberOf(value, 'code')
      words.push(`${name} ${Number(part) + 1}${typeof code === 'string' ? ` (${code})` : ''}`)
    }
    list = part
  }
  return words.join(', ')
}

/**
 * The line and column that a browser's message on broken JSON names, in Vietnamese.
 *
 * @example
 * brokenAt('Expected , or } in JSON at position 12 (line 2 column 3)') // => 'dòng 2, cột 3'
 */
export function brokenAt(message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  return line === undefined ? '' : `dòng ${line}, cột ${column}`
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
