import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'

const Scripts = z.strictObject({ usual: z.string(), randomised: z.string() })

/** What the build of the respondent's page leaves: all that is the same in every page. */
export const RespondShell = z.strictObject({
  /** What stands inside the page, with its hashes for the page's policy. */
  style: z.string(),
  styleHash: z.string(),
  /** The script for usual questionnaires, and for those with questions that hide their answer. */
  scripts: Scripts,
  scriptHashes: Scripts,
  /** Addresses of the later script, by language, and of its style. */
  later: z.record(z.string(), z.string()),
  laterStyle: z.string(),
})

export type RespondShell = z.infer<typeof RespondShell>

/**
 * Reads what was built, once: it does not change while the server runs. Not the read is kept but what
 * came of it: on Workers a request must not wait for another's, which may be cut off.
 */
export function respondShell(asset: Dependencies['asset']): () => Promise<RespondShell> {
  let shell: RespondShell | undefined
  const read = async (): Promise<RespondShell> => {
    const file = await asset('/respond/shell.json')
    if (!file) throw new Error('The respondent’s page is not built')
    return RespondShell.parse(await file.json())
  }
  return async () => (shell ??= await read())
}
