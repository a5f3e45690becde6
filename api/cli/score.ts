import process from 'node:process'
import { scoreValues } from '../../analysis/score-values.ts'
import { csvLine } from '../csv/csv-writer.ts'
import { readOptions, runCommand, wholeNumber } from './command.ts'
import { type Province, readEdition, readProvinces, valuesOf } from './read-inputs.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'

// Scores of provinces from given indicator values, as CSV.
runCommand(() => {
  const options = readOptions(['edition', 'provinces', 'weights-year'], ['edition', 'provinces'])
  const edition = readEdition(options.edition ?? '')
  const { year, provinces } = readProvinces(options.provinces ?? '')
  const asked = options['weights-year']
  const weightsYear = asked === undefined ? year : wholeNumber('weights-year', asked, 1)

  const lines = provinces.flatMap((province) => scoreLines(edition, province, weightsYear))
  process.stdout.write(csvLine(['province', 'sub_index', 'score']) + lines.join(''))
  for (const province of provinces) reportMissing(edition, province)
})

function scoreLines(
  edition: Edition,
  province: Province,
  weightsYear: number | undefined,
): readonly string[] {
  const { subIndices, composite } = scoreValues(edition, province.values, weightsYear)
  return [
    ...subIndices.map(({ code, score }) => csvLine([province.name, code, score])),
    csvLine([province.name, 'composite', composite.score]),
  ]
}

function reportMissing(edition: Edition, province: Province): void {
  const values = valuesOf(province)
  const missing = edition.indicators.filter(({ id }) => values[id] === undefined).map(({ id }) => id)
  if (missing.length > 0) process.stderr.write(`${province.name}: no value for ${missing.join(', ')}\n`)
}
