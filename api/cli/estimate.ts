import process from 'node:process'
import { estimate } from '../../analysis/estimate-sample.ts'
import type { Estimation, ScaleLink } from '../../analysis/estimation.ts'
import { createSampleBuilder, type Sample } from '../../analysis/sample.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { csvLine } from '../csv/csv-writer.ts'
import { ESTIMATES_HEADER, estimateRows } from '../csv/estimates-csv.ts'
import { readMargins } from '../csv/margins-csv.ts'
import { readResponses } from '../csv/responses-csv.ts'
import { InputProblem, readOptions, runCommand, wholeNumber } from './command.ts'
import {
  provinceIn,
  readCsvFile,
  readEdition,
  readPlan,
  readProvinces,
  readQuestionnaire,
  valuesOf,
} from './read-inputs.ts'

const OPTIONS = [
  'edition',
  'responses',
  'questionnaire',
  'margins',
  'hard',
  'province',
  'plan',
  'scale-link',
  'weights-year',
  'confidence',
] as const

type Options = Partial<Record<(typeof OPTIONS)[number], string>>

// Estimates from a responses CSV: indicators, sub-indices and the composite, as CSV.
runCommand(() => {
  const options: Options = readOptions(OPTIONS, ['edition', 'responses'])
  const edition = readEdition(options.edition ?? '')
  const questionnaire = readQuestionnaire(edition, options.questionnaire)
  const hard = hardData(options)
  const plan = options.plan === undefined ? undefined : readPlan(options.plan, edition)
  const estimation = estimate({
    edition,
    questionnaire,
    sample: readSample(questionnaire, options.responses ?? ''),
    margins:
      options.margins === undefined
        ? []
        : readCsvFile(options.margins, (text) => readMargins(questionnaire, text)),
    hardValues: hard?.values,
    plan,
    weightsYear: weightsYear(options) ?? plan?.year ?? hard?.year,
    scaleLink: scaleLink(options),
    confidence: confidence(options),
  })
  process.stdout.write(
    csvLine(ESTIMATES_HEADER) +
      estimateRows(estimation)
        .map((row) => csvLine(row))
        .join(''),
  )
  reportWarnings(estimation)
})

function readSample(questionnaire: Questionnaire, path: string): Sample {
  const builder = createSampleBuilder(questionnaire)
  readCsvFile(path, (text) => readResponses(questionnaire, text, (response) => builder.add([response])))
  const sample = builder.sample()
  if (sample.firms === 0) throw new InputProblem(`${path}: has no responses`)
  return sample
}

function hardData({
  hard,
  province,
}: Options): { values: Record<string, number>; year: number | undefined } | undefined {
  if (hard === undefined && province === undefined) return undefined
  if (hard === undefined || province === undefined)
    throw new InputProblem('--hard and --province go together')
  const provinces = readProvinces(hard)
  return { values: valuesOf(provinceIn(provinces, province)), year: provinces.year }
}

function weightsYear({ 'weights-year': year }: Options): number | undefined {
  return year === undefined ? undefined : wholeNumber('weights-year', year, 1)
}

function scaleLink({ 'scale-link': link = 'none' }: Options): ScaleLink {
  if (link !== 'none' && link !== 'edition')
    throw new InputProblem(`--scale-link takes edition or none, not ${link}`)
  return link
}

function confidence({ confidence: text = '0.9' }: Options): number {
  const number = Number(text)
  if (text.trim() === '' || !(number > 0 && number < 1)) {
    throw new InputProblem(`--confidence takes a number between 0 and 1, not ${JSON.stringify(text)}`)
  }
  return number
}

function reportWarnings({ warnings, indicative }: Estimation): void {
  if (indicative) process.stderr.write('Some answers came by open link: the scores are indicative only.\n')
  const codes = new Set(warnings.map(({ code }) => code))
  for (const code of codes) {
    const about = warnings.filter((warning) => warning.code === code).map((warning) => warning.about)
    process.stderr.write(`${code}: ${about.join(', ')}\n`)
  }
}
