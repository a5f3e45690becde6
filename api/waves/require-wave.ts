import type { MiddlewareHandler } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { findWave, type Wave } from './wave-store.ts'

/** What a route behind `requireWave` can ask its context for. */
export interface WaveEnv {
  Variables: { wave: Wave }
}

/** Finds the wave that the path names as `:wave`. */
export function requireWave({ database }: Dependencies): MiddlewareHandler<WaveEnv> {
  return async (c, next) => {
    const wave = await findWave(database, c.req.param('wave') ?? '')
    if (!wave) throw new Problem('not_found')
    c.set('wave', wave)
    await next()
  }
}
