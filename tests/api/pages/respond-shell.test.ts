import { expect, it } from 'vitest'
import { previewShell } from '../../../api/pages/preview-shell.ts'
import { respondShell } from '../../../api/pages/respond-shell.ts'
import { builtShell, SHELL } from '../../support/built-shell.ts'

it.each([
  ['the respondent’s page', respondShell],
  ['the preview', previewShell],
])(
  'reads the files of %s anew after a read that failed or was cut off, then never again',
  async (_, open) => {
    const reads: string[] = []
    const answers = [
      async () => Promise.reject(new Error('Network connection lost')),
      async () => new Promise<never>(() => {}),
    ]
    const shellOf = open(async (path) => {
      reads.push(path)
      return answers.shift()?.() ?? builtShell(path)
    })

    await expect(shellOf()).rejects.toThrow('Network connection lost')
    void shellOf()
    expect((await shellOf()).later).toEqual(SHELL.later)
    const enough = reads.length
    expect((await shellOf()).later).toEqual(SHELL.later)
    expect(reads).toHaveLength(enough)
  },
)
