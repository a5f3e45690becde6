const MOST_KEPT = 20

/**
 * Reads definitions by hash and keeps them: a hash names one body for ever, so what is kept is never
 * stale, and reading one anew takes longer than all else that a visit or a submission asks for.
 *
 * What is kept are definitions, not reads under way: on Workers a request must not wait for another's,
 * which may be cut off.
 *
 * @throws {Error} for a hash under which no such definition was published
 */
export function keptByHash<Definition>(
  find: (hash: string) => Promise<Definition | undefined>,
): (hash: string) => Promise<Definition> {
  const kept = new Map<string, Definition>()
  return async (hash) => {
    const known = kept.get(hash)
    if (known !== undefined) return known
    const definition = await find(hash)
    if (definition === undefined) throw new Error('The wave names a definition that was never published')
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(hash, definition)
    return definition
  }
}
