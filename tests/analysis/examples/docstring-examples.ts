/** What one export of `analysis` says of itself. */
export interface DocumentedExport {
  /** `file.ts exportedName` */
  readonly name: string
  readonly kind: 'function' | 'const' | 'class' | 'interface' | 'type'
  readonly docstring: string
  /** What a function is declared to return; '' where it is no function or does not say. */
  readonly returns: string
  /** Codes after `@throws {AnalysisError}`; names of functions whose codes they are have no hyphen. */
  readonly throws: readonly string[]
  /** Code up to a `// => value`, and the value as it is written. */
  readonly claims: readonly { readonly code: string; readonly expected: string; readonly about: boolean }[]
}

const EXPORTED =
  /(?:(\/\*\*(?:[^*]|\*(?!\/))*\*\/)\n)?^export (?:async )?(function|const|class|interface|type)\*? (\w+)/gm

/** The docstring of all that a file exports; '' where there is none. */
export function docstringsOf(file: string, source: string): readonly DocumentedExport[] {
  return [...source.matchAll(EXPORTED)].map((found) => {
    const [all, comment = '', kind = '', name = ''] = found
    const docstring = comment.replace(/^ *\/?\*+\/? ?/gm, '')
    return {
      name: `${file} ${name}`,
      kind: kind as DocumentedExport['kind'],
      docstring,
      returns: kind === 'function' ? returnOf(source.slice(found.index + all.length)) : '',
      throws: throwsOf(docstring),
      claims: claimsOf(exampleOf(docstring)),
    }
  })
}

/** The type between the parameters' closing bracket and the body. */
function returnOf(signature: string): string {
  let depth = 0
  let end = 0
  for (; end < signature.length; end++) {
    const sign = signature.charAt(end)
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
    if (depth === 0 && sign === ')') break
  }
  return /^\): (.+?) \{$/ms.exec(signature.slice(end))?.[1] ?? ''
}

function throwsOf(docstring: string): readonly string[] {
  const tags = docstring.split(/^@/m).filter((tag) => tag.startsWith('throws {AnalysisError}'))
  return tags.flatMap((tag) => [...tag.matchAll(/`(\w+-[\w-]+)`/g)].map(([, name = '']) => name))
}

/** The lines below `@example`, up to the next tag. */
function exampleOf(docstring: string): readonly string[] {
  const lines = docstring.split('\n')
  const start = lines.findIndex((line) => line.startsWith('@example'))
  if (start < 0) return []
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('@'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** `// =>` claims a value to the last digit, `// ≈` to the digits that are written. */
const CLAIM = /^(.*?)\/\/ (=>|≈) (.+)$/

function claimsOf(lines: readonly string[]): DocumentedExport['claims'] {
  const code: string[] = []
  const claims: { code: string; expected: string; about: boolean }[] = []
  for (const line of lines) {
    const [, before, sign, expected] = CLAIM.exec(line) ?? []
    code.push(before ?? line)
    if (expected !== undefined) claims.push({ code: code.join('\n'), expected, about: sign === '≈' })
  }
  return claims
}
