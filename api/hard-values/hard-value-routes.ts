import { Hono } from 'hono'
import { z } from 'zod'
import { findEdition } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem, type ProblemPart } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { shortText } from '../short-text.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { HardValueView } from '../views.ts'
import { requireWave } from '../waves/require-wave.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { listHardValues, replaceHardValues } from './hard-value-store.ts'

const HardValues = z.strictObject({
  values: z
    .array(z.strictObject({ indicator: z.string().max(20), value: z.number(), source: shortText(300) }))
    .max(500),
})

/** Values of indicators that do not come from firms; mounted under /api/waves/:wave/hard-values. */
export const hardValueRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/', staffOnly, wave, async (c) => c.json(await listHardValues(database, c.get('wave').id)))

    .put('/', staffOnly, wave, jsonBody(), validate('json', HardValues), async (c) => {
      const { id, edition_hash } = c.get('wave')
      const { values } = c.req.valid('json')
      const parts = misfits(values, await findEdition(database, edition_hash))
      if (parts.length > 0) throw new Problem('bad_hard_values', parts)
      await replaceHardValues(database, id, values)
      return c.json(await listHardValues(database, id))
    })
}

/** Values for what is not a hard indicator of the edition, and second values for one. */
function misfits(values: readonly HardValueView[], edition: Edition | undefined): readonly ProblemPart[] {
  const sources = new Map(edition?.indicators.map(({ id, source }) => [id, source]))
  const seen = new Set<string>()
  return values.flatMap(({ indicator }, index) => {
    const path = `/values/${index}/indicator`
    const source = sources.get(indicator)
    if (source === undefined) return [{ path, code: 'unknown_indicator' }]
    if (source === 'survey') return [{ path, code: 'survey_indicator' }]
    if (seen.has(indicator)) return [{ path, code: 'duplicate_indicator' }]
    seen.add(indicator)
    return []
  })
}
