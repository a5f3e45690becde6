import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { bundle } from './respond-build.ts'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const only = (path: string): string => `export * from ${JSON.stringify(file(path))}`

/** Parts of the respondent's page that a preview must not have, and what stands in their place. */
const NOT_IN_PREVIEW = {
  'browser-carrier.ts': only('preview/no-carrier.ts'),
  'later-texts.ts': only('preview/texts-of-language.ts'),
  'load-later.ts': only('preview/start-preview.ts'),
  'offline.ts': only('preview/not-in-preview.ts'),
  'switch-language.ts': only('preview/not-in-preview.ts'),
}

/** What can send, keep or fetch. A part that was given another name would bring it back. */
const NEVER = ['/submissions', 'fetch(', 'XMLHttpRequest', 'serviceWorker', 'caches.']

/**
 * Builds the respondent's page for the desk's preview: the same parts in one script, but for those
 * that send, keep or fetch. Runs after `respondBuild`, whose style it takes.
 */
export function previewBuild(): Plugin {
  return {
    name: 'preview-build',
    apply: 'build',
    async generateBundle(_, built) {
      const sourceOf = (name: string): string => {
        const asset = built[name]
        if (asset?.type !== 'asset') throw new Error(`${name} was not built`)
        return asset.source.toString()
      }
      const shell: { readonly style: string; readonly laterStyle: string } = JSON.parse(
        sourceOf('respond/shell.json'),
      )
      const { style, laterStyle } = shell
      const styles = [style, sourceOf(laterStyle.slice(1)), readFileSync(file('preview/preview.css'), 'utf8')]
      const page = await bundle('main.ts', {
        format: 'iife',
        swap: NOT_IN_PREVIEW,
        // The style is in the page.
        define: { LATER_STYLE: '""' },
      })
      // The store first: the page looks for its draft as soon as it runs.
      const script = `${await bundle('../preview/memory-storage.ts', { format: 'iife' })}\n${page}`
      const found = NEVER.find((words) => script.includes(words))
      if (found !== undefined) throw new Error(`The preview must not have ${found}`)
      const whole = styles.join('\n')
      this.emitFile({
        type: 'asset',
        fileName: 'respond/preview.json',
        source: JSON.stringify({
          style: whole,
          styleHash: sha256(whole),
          script,
          scriptHash: sha256(script),
        }),
      })
    },
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
