import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Cell } from '../csv/csv-writer.ts'
import { responseRow, responsesHeader } from '../csv/responses-csv.ts'
import type { Database } from '../db/database.ts'
import { currentAnswers } from '../responses/current-answers.ts'
import { profileCoarsening } from '../responses/profile-coarsening.ts'
import { type Released, responsePages } from '../responses/response-store.ts'
import type { Wave } from '../waves/wave-store.ts'
import type { CsvExport } from './csv-export.ts'

/** A row a firm in the order of random ids, profiles coarsened, without free text. */
export function responsesExport(
  database: Database,
  { wave, questionnaire, released }: { wave: Wave; questionnaire: Questionnaire; released: Released },
): CsvExport {
  async function* pages(): AsyncGenerator<readonly (readonly Cell[])[]> {
    const { coarsen } = await profileCoarsening(database, { wave, questionnaire, released })
    const answersOf = currentAnswers(database, wave)
    const rowOf = responseRow(questionnaire)
    for await (const page of responsePages(database, released)) {
      const rows: (readonly Cell[])[] = []
      for (const response of page) {
        rows.push(rowOf({ channel: response.channel, answers: coarsen(await answersOf(response)) }))
      }
      yield rows
    }
  }
  return { rowCount: released.responses, header: responsesHeader(questionnaire), pages }
}
