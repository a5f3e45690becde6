import { Hono } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { requireWave } from '../waves/require-wave.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { findNewestSnapshot, findSnapshot, listSnapshots } from './snapshot-store.ts'

/** The stored analyses of one wave; mounted under /api/waves/:wave. */
export const snapshotRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/snapshot', staffOnly, wave, async (c) => {
      const snapshot = await findNewestSnapshot(database, c.get('wave').id)
      if (!snapshot) throw new Problem('no_snapshot')
      return c.json(snapshot)
    })

    .get('/snapshots', staffOnly, wave, async (c) => c.json(await listSnapshots(database, c.get('wave').id)))

    .get('/snapshots/:number{[0-9]{1,9}}', staffOnly, wave, async (c) => {
      const snapshot = await findSnapshot(database, c.get('wave').id, Number(c.req.param('number')))
      if (!snapshot) throw new Problem('not_found')
      return c.json(snapshot)
    })

    .post('/snapshots', staffOnly, wave, async (c) => {
      const snapshot = await makeSnapshot(dependencies, c.get('wave').id)
      if (!snapshot) throw new Problem('nothing_released')
      return c.json(snapshot, 201)
    })
}
