import type { Dependencies } from '../../api/dependencies.ts'

const SCRIPTS = { usual: 'usual()', randomised: 'randomised()' }

/** Style, scripts and addresses that every page takes over. */
export const SHELL = {
  style: 'p{}',
  styleHash: 'c3R5bGU=',
  scripts: SCRIPTS,
  scriptHashes: { usual: 'dXN1YWw=', randomised: 'cmFuZG9t' },
  later: { vi: '/assets/later-vi-x1.js', en: '/assets/later-en-x1.js', zh: '/assets/later-zh-x1.js' },
  laterStyle: '/assets/later-x1.css',
}

const FILES: Readonly<Record<string, object>> = {
  '/respond/shell.json': SHELL,
  '/respond/preview.json': {
    style: 'p{} .preview-mark{}',
    styleHash: 'cHJldmlldw==',
    script: 'preview()',
    scriptHash: 'cHJldi1zY3JpcHQ=',
  },
}

/** What the build leaves for the respondent's page, as far as the API is concerned. */
export const builtShell: Dependencies['asset'] = async (path) => {
  const file = FILES[path]
  return file && Response.json(file)
}
