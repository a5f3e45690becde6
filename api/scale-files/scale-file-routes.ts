import { Hono } from 'hono'
import { z } from 'zod'
import { loadScaleFile } from '../../survey-definitions/load-scale-link.ts'
import { findEdition } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { ScaleFileView } from '../views.ts'
import { requireWave } from '../waves/require-wave.ts'
import { deleteScaleFile, findScaleFile, putScaleFile } from './scale-file-store.ts'

/** Any JSON object: what is wrong with it is said by the definitions' own names. */
const AnyObject = z.record(z.string(), z.unknown())

/** What leads a wave's scores onto the published scale; mounted under /api/waves/:wave/scale-file. */
export const scaleFileRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)
  const view = async (id: string): Promise<ScaleFileView> => ({
    file: (await findScaleFile(database, id)) ?? null,
  })

  return new Hono()
    .get('/', staffOnly, wave, async (c) => c.json(await view(c.get('wave').id)))

    .put('/', staffOnly, wave, jsonBody(), validate('json', AnyObject), async (c) => {
      const { id, edition_hash } = c.get('wave')
      const edition = await findEdition(database, edition_hash)
      if (!edition) throw new Problem('unknown_definition')
      const loaded = loadScaleFile(c.req.valid('json'), edition)
      if (!loaded.ok) throw new Problem('bad_scale_file', loaded.errors.map(partOf))
      await putScaleFile(database, id, loaded.definition)
      return c.json(await view(id))
    })

    .delete('/', staffOnly, wave, async (c) => {
      await deleteScaleFile(database, c.get('wave').id)
      return c.json(await view(c.get('wave').id))
    })
}

function partOf({ path, code }: { readonly path: string; readonly code: string }) {
  return { path, code: code.replaceAll('-', '_') }
}
