import { Hono } from 'hono'
import { CsvProblem } from '../csv/csv-problem.ts'
import { readMargins } from '../csv/margins-csv.ts'
import { findQuestionnaire } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { csvBody } from '../http/json-body.ts'
import { Problem } from '../http/problem.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { MarginView } from '../views.ts'
import { requireWave } from '../waves/require-wave.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { listMargins, replaceMargins } from './margin-store.ts'

/** Population counts to weight to; mounted under /api/waves/:wave/margins. */
export const marginRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/', staffOnly, wave, async (c) => c.json(await listMargins(database, c.get('wave').id)))

    .put('/', staffOnly, wave, csvBody(), async (c) => {
      const { id, questionnaire_hash } = c.get('wave')
      const questionnaire = await findQuestionnaire(database, questionnaire_hash)
      if (!questionnaire) throw new Error('The wave names a questionnaire that was never published')
      await replaceMargins(database, id, marginsIn(await c.req.text(), questionnaire))
      return c.json(await listMargins(database, id))
    })
}

function marginsIn(csv: string, questionnaire: Questionnaire): readonly MarginView[] {
  try {
    return readMargins(questionnaire, csv).flatMap(({ item, counts }) =>
      Object.entries(counts).map(([option, count]) => ({ item, option, count })),
    )
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error
    // A header alone: no margins from now on.
    if (error.code === 'empty') return []
    // The row and the reason, not the message: it repeats what was sent.
    throw new Problem('bad_margins', [
      { path: error.row === undefined ? '' : `/${error.row}`, code: error.code },
    ])
  }
}
