import { Hono } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { requireWave } from '../waves/require-wave.ts'
import { releaseWave } from './release-wave.ts'

/** Releases by hand; mounted under /api/waves/:wave/releases. */
export const releaseRoutes = (dependencies: Dependencies) =>
  new Hono().post('/', requireStaff(dependencies), requireWave(dependencies), async (c) => {
    const release = await releaseWave(dependencies, c.get('wave').id)
    // Not how many wait: a number that grows by one says that a firm has just answered.
    if (release === 'too-few') throw new Problem('too_few_submissions')
    return c.json(release, 201)
  })
