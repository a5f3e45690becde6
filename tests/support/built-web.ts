import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { temporaryFolder } from './databases.ts'

const TOP = join(import.meta.dirname, '../..')
const VITE = join(TOP, 'node_modules/vite/bin/vite.js')
const CONFIG = join(TOP, 'web/vite.config.ts')
const PUBLIC_CONFIG = join(TOP, 'web/respond.config.ts')

/**
 * The web built as it is shipped, into a folder of its own. In a process of its own: a test
 * runner's NODE_ENV would turn out a build for developing.
 */
export function buildWeb(): ReturnType<typeof temporaryFolder> {
  return build(CONFIG)
}

/** What the public sees, without the desk. */
export function buildPublicWeb(): ReturnType<typeof temporaryFolder> {
  return build(PUBLIC_CONFIG)
}

function build(config: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder()
  execFileSync(
    process.execPath,
    [VITE, 'build', '--config', config, '--outDir', folder.path, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: TOP, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return folder
}
