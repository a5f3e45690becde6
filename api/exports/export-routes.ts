import { Hono } from 'hono'
import type { Database } from '../db/database.ts'
import { findQuestionnaire } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { profileCoarsening } from '../responses/profile-coarsening.ts'
import { findReleased } from '../responses/response-store.ts'
import { findNewestSnapshot } from '../snapshots/snapshot-store.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { ExportsView } from '../views.ts'
import { requireWave } from '../waves/require-wave.ts'
import type { Wave } from '../waves/wave-store.ts'
import { csvDownload, type CsvExport } from './csv-export.ts'
import { responsesExport } from './responses-export.ts'
import { codebookExport, estimatesExport, textsExport } from './table-exports.ts'

/** Tables of one wave to take away; mounted under /api/waves/:wave/exports. */
export const exportRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/', staffOnly, wave, async (c) => {
      const exported = await readExported(database, c.get('wave'))
      const snapshot = await findNewestSnapshot(database, exported.wave.id)
      const { coarsened } = await profileCoarsening(database, exported)
      return c.json<ExportsView>({
        responses: exported.released.responses,
        coarsened,
        estimates: snapshot ? estimatesExport(snapshot.estimation).rowCount : 0,
        codebook: codebookExport(exported.questionnaire).rowCount,
        texts: (await textsExport(database, exported.released)).rowCount,
      })
    })

    .get('/responses.csv', staffOnly, wave, async (c) => {
      const exported = await readExported(database, c.get('wave'))
      return download(exported.wave, 'responses', responsesExport(database, exported))
    })

    .get('/estimates.csv', staffOnly, wave, async (c) => {
      const snapshot = await findNewestSnapshot(database, c.get('wave').id)
      if (!snapshot) throw new Problem('no_snapshot')
      return download(c.get('wave'), 'estimates', estimatesExport(snapshot.estimation))
    })

    .get('/codebook.csv', staffOnly, wave, async (c) => {
      const { questionnaire } = await readExported(database, c.get('wave'))
      return download(c.get('wave'), 'codebook', codebookExport(questionnaire))
    })

    .get('/texts.csv', staffOnly, wave, async (c) => {
      const { released } = await readExported(database, c.get('wave'))
      return download(c.get('wave'), 'texts', await textsExport(database, released))
    })
}

async function readExported(database: Database, wave: Wave) {
  const questionnaire = await findQuestionnaire(database, wave.questionnaire_hash)
  if (!questionnaire) throw new Error('The wave names a questionnaire that was never published')
  return { wave, questionnaire, released: await findReleased(database, wave.id) }
}

/** Of our own letters only: nothing that anybody typed goes into a header. */
function download({ id, demo }: Wave, name: string, file: CsvExport): Response {
  return csvDownload([...(demo === 1 ? ['simulated-data'] : []), id, name], file)
}
