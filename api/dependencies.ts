import type { Database } from './db/database.ts'

/** All that comes from outside. The app knows no runtime beyond this. */
export interface Dependencies {
  readonly database: Database
  readonly config: Config
  readonly now: () => Date
  /** Called for failures that are bugs or broken machines; never with a request's content. */
  readonly logError: (error: unknown, where: { readonly method: string; readonly path: string }) => void
  /** A file of the built web, such as `/respond/index.html`; undefined when there is none. */
  readonly asset: (path: string) => Promise<Response | undefined>
}

export interface Config {
  /** Scheme, host and port people reach us under: links, QR codes and the Origin check. */
  readonly origin: string
  /** D1 keeps a history and cannot VACUUM: sensitive waves are refused there. */
  readonly engine: 'sqlite' | 'd1'
  /** Every wave is of simulated data, and every page and export says so. */
  readonly demo: boolean
}
