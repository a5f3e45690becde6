import { Hono } from 'hono'
import { FORECASTS_HEADER, forecastRows } from '../csv/forecasts-csv.ts'
import type { Dependencies } from '../dependencies.ts'
import { csvDownload, tableExport } from '../exports/csv-export.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { readForecasts } from './read-forecasts.ts'

/** The ledger: what was forecast, what was published, how they agree; mounted under /api/forecasts. */
export const forecastRoutes = (dependencies: Dependencies) => {
  const { database, config } = dependencies
  const staffOnly = requireStaff(dependencies)

  return new Hono()
    .get('/', staffOnly, async (c) => c.json(await readForecasts(database)))

    .get('/forecasts.csv', staffOnly, async () => {
      const rows = forecastRows(await readForecasts(database))
      const name = [...(config.demo ? ['simulated-data'] : []), 'forecasts']
      return csvDownload(name, tableExport(FORECASTS_HEADER, rows))
    })
}
