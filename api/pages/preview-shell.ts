import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { type RespondShell, respondShell } from './respond-shell.ts'

/** What the build leaves for a page that is only looked at: all of it in one script and one style. */
const PreviewFiles = z.strictObject({
  style: z.string(),
  styleHash: z.string(),
  script: z.string(),
  scriptHash: z.string(),
})

/**
 * The respondent's page as it is built, with the one script that can neither send nor keep. Read
 * once: it does not change while the server runs.
 */
export function previewShell(asset: Dependencies['asset']): () => Promise<RespondShell> {
  const real = respondShell(asset)
  let shell: RespondShell | undefined
  const read = async (): Promise<RespondShell> => {
    const file = await asset('/respond/preview.json')
    if (!file) throw new Error('The preview is not built')
    const { style, styleHash, script, scriptHash } = PreviewFiles.parse(await file.json())
    return {
      ...(await real()),
      style,
      styleHash,
      scripts: { usual: script, randomised: script },
      scriptHashes: { usual: scriptHash, randomised: scriptHash },
    }
  }
  return async () => (shell ??= await read())
}
