import { buildWebIfNeeded } from '../runtime/node-web.ts'

await buildWebIfNeeded()
