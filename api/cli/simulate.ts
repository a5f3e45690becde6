import process from 'node:process'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { countedItems } from '../../survey-definitions/counted-value.ts'
import { csvLine } from '../csv/csv-writer.ts'
import { responseRow, responsesHeader } from '../csv/responses-csv.ts'
import { InputProblem, readOptions, runCommand, wholeNumber } from './command.ts'
import {
  provinceIn,
  readEdition,
  readProvinces,
  readQuestionnaire,
  reportUncounted,
  valuesOf,
} from './read-inputs.ts'

const OPTIONS = ['edition', 'provinces', 'province', 'firms', 'seed', 'questionnaire'] as const
const ROWS_A_WRITE = 500

// Responses of simulated firms that answer as a province's indicator values say, as CSV.
runCommand(() => {
  const options = readOptions(OPTIONS, ['edition', 'provinces', 'province', 'firms', 'seed'])
  const edition = readEdition(options.edition ?? '')
  const fitted = readQuestionnaire(edition, options.questionnaire)
  const { questionnaire } = fitted
  const values = valuesOf(provinceIn(readProvinces(options.provinces ?? ''), options.province ?? ''))
  const firms = wholeNumber('firms', options.firms ?? '', 1)
  const seed = wholeNumber('seed', options.seed ?? '', 0)

  const fed = countedItems(questionnaire).map(({ counting }) => counting.indicator)
  const absent = fed.filter((code) => values[code] === undefined)
  if (absent.length > 0) throw new InputProblem(`${options.province} has no value for ${absent.join(', ')}`)

  const row = responseRow(questionnaire)
  let lines = csvLine(responsesHeader(questionnaire))
  let count = 0
  for (const response of simulateFirms({ questionnaire, values, firms, seed })) {
    lines += csvLine(row(response))
    if (++count % ROWS_A_WRITE > 0) continue
    process.stdout.write(lines)
    lines = ''
  }
  process.stdout.write(lines)
  reportUncounted(fitted)
})
