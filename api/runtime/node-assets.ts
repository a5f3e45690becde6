import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The files of a built web, read once into memory: a request can only name a file that was there
 * at the start, whatever path it carries.
 */
export function builtFiles(folder: string): (path: string) => Promise<Response | undefined> {
  const files = new Map<string, { readonly body: Uint8Array<ArrayBuffer>; readonly type: string }>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [pathOf(folder, file), { body: readFileSync(file), type: typeOf(file) }]),
  )
  return async (path) => {
    const file = files.get(path)
    return file && new Response(file.body, { headers: { 'content-type': file.type } })
  }
}

function pathOf(folder: string, file: string): string {
  return `/${relative(folder, file).split(sep).join('/')}`
}

function typeOf(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream'
}
