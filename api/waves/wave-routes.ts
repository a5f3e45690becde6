import { Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { shortText } from '../short-text.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { needsSealing } from './needs-sealing.ts'
import { planWave } from './plan-wave.ts'
import { requireWave } from './require-wave.ts'
import { changeWave, closeWave, createWave, listWaves, openWave } from './wave-store.ts'
import { viewWave } from './wave-view.ts'

const TITLE_LENGTH = 120

const Draft = z.strictObject({
  title: shortText(TITLE_LENGTH),
  plan: z.string().max(64),
  questionnaire: z.string().max(64),
})

const Change = z
  .strictObject({
    title: shortText(TITLE_LENGTH).optional(),
    scaleLink: z.enum(['none', 'edition']).optional(),
  })
  .transform(({ title, scaleLink }) => ({
    ...(title !== undefined && { title }),
    ...(scaleLink !== undefined && { scale_link: scaleLink }),
  }))
  .refine((change) => Object.keys(change).length > 0, { error: 'required' })

/** Waves from draft to open to closed: never back. */
export const waveRoutes = (dependencies: Dependencies) => {
  const { database, config, now } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/', staffOnly, async (c) => {
      const waves = await listWaves(database)
      return c.json(await Promise.all(waves.map((each) => viewWave(database, each))))
    })

    .post('/', staffOnly, jsonBody(), validate('json', Draft), async (c) => {
      const { title, ...hashes } = c.req.valid('json')
      const definitions = await planWave(database, hashes)
      if (!definitions) throw new Problem('unknown_definition')
      const created = await createWave(database, { title, ...definitions, demo: config.demo ? 1 : 0 })
      return c.json(await viewWave(database, created), 201)
    })

    .get('/:wave', staffOnly, wave, async (c) => c.json(await viewWave(database, c.get('wave'))))

    .patch('/:wave', staffOnly, wave, jsonBody(), validate('json', Change), async (c) => {
      const changed = await changeWave(database, c.get('wave').id, c.req.valid('json'))
      if (!changed) throw new Problem('not_found')
      return c.json(await viewWave(database, changed))
    })

    .post('/:wave/open', staffOnly, wave, async (c) => {
      if (await needsSealing(database, c.get('wave'), config)) throw new Problem('wave_needs_sealing')
      const opened = await openWave(database, c.get('wave'), dayOf(now()))
      if (!opened) throw new Problem('already_open')
      return c.json(await viewWave(database, opened))
    })

    .post('/:wave/close', staffOnly, wave, async (c) => {
      const closed = await closeWave(database, c.get('wave').id, now())
      if (!closed) throw new Problem('wave_not_open')
      return c.json(await viewWave(database, closed))
    })
}
