/** What one docstring of `analysis` shows. */
export interface DocstringExample {
  /** `file.ts exportedName` */
  readonly name: string
  readonly file: string
  readonly docstring: string
  /** Code up to a `// => value`, and the value as it is written. */
  readonly claims: readonly { readonly code: string; readonly expected: string; readonly about: boolean }[]
}

const EXPORTED = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n(?:export )(?:async )?(?:function\*?|const|class) (\w+)/g
const BARE = /(?<!\*\/\n)^export (?:async )?(?:function\*?|const|class) (\w+)/gm

/** The docstring of every function, constant and class that a file exports; '' where there is none. */
export function docstringsOf(file: string, source: string): readonly DocstringExample[] {
  const documented = [...source.matchAll(EXPORTED)].map(([, docstring = '', name = '']) => ({
    name: `${file} ${name}`,
    file,
    docstring,
    claims: claimsOf(exampleOf(docstring)),
  }))
  const bare = [...source.matchAll(BARE)].map(([, name = '']) => ({
    name: `${file} ${name}`,
    file,
    docstring: '',
    claims: [],
  }))
  return [...documented, ...bare]
}

/** The lines below `@example`, up to the next tag. */
function exampleOf(docstring: string): readonly string[] {
  const lines = docstring.split('\n').map((line) => line.replace(/^ *\* ?/, ''))
  const start = lines.findIndex((line) => line.startsWith('@example'))
  if (start < 0) return []
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('@'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** `// =>` claims a value to the last digit, `// ≈` to the digits that are written. */
const CLAIM = /^(.*?)\/\/ (=>|≈) (.+)$/

function claimsOf(lines: readonly string[]): DocstringExample['claims'] {
  const code: string[] = []
  const claims: { code: string; expected: string; about: boolean }[] = []
  for (const line of lines) {
    const [, before, sign, expected] = CLAIM.exec(line) ?? []
    code.push(before ?? line)
    if (expected !== undefined) claims.push({ code: code.join('\n'), expected, about: sign === '≈' })
  }
  return claims
}
