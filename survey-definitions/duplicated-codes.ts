import { type DefinitionError, definitionError, type Path } from './definition-error.ts'

/** Reports every code that stands in a list for a second time. */
export function duplicatedCodes<Code extends string>(
  placed: readonly { readonly code: string; readonly path: Path }[],
  name: Code,
): readonly DefinitionError<Code>[] {
  const seen = new Set<string>()
  return placed.flatMap(({ code, path }) => {
    if (seen.has(code)) return [definitionError(name, path, `${code} stands here a second time`)]
    seen.add(code)
    return []
  })
}
