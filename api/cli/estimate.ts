import process from 'node:process'
import { estimate } from '../../analysis/estimate-sample.ts'
import type { Estimation } from '../../analysis/estimation.ts'
import { latestPilotValues, PILOT_PROVINCE } from '../../analysis/pilot-values.ts'
import { createSampleBuilder, type Sample } from '../../analysis/sample.ts'
import type { Margin } from '../../analysis/weighting/margin.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
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
  reportUncounted,
  valuesOf,
} from './read-inputs.ts'
import { readScaleLink, SCALE_LINK_OPTIONS } from './scale-link-options.ts'
import { doubtLines } from './doubt-lines.ts'
import { readVariance, VARIANCE_OPTIONS } from './variance-options.ts'
import { verdictLines } from './verdict-lines.ts'

const OPTIONS = [
  'edition',
  'responses',
  'questionnaire',
  'margins',
  'hard',
  'province',
  'plan',
  ...SCALE_LINK_OPTIONS,
  'planned',
  'weights-year',
  'confidence',
  ...VARIANCE_OPTIONS,
] as const

interface HardData {
  readonly values: Readonly<Record<string, number>> | undefined
  /** Of the file, for the composite's weights. */
  readonly year: number | undefined
  /** Years of the edition's own values, where those were taken. */
  readonly pilotYears: readonly number[]
}

type Options = Partial<Record<(typeof OPTIONS)[number], string>>

// Estimates from a responses CSV: indicators, sub-indices and the composite, as CSV.
runCommand(() => {
  const options: Options = readOptions(OPTIONS, ['edition', 'responses'])
  const edition = readEdition(options.edition ?? '')
  const fitted = readQuestionnaire(edition, options.questionnaire)
  const { questionnaire } = fitted
  const plan = options.plan === undefined ? undefined : readPlan(options.plan, edition)
  const hard = hardData(options) ?? pilotData(edition, plan)
  const { sample, offPath } = readSample(questionnaire, options.responses ?? '')
  const estimation = estimate({
    edition,
    questionnaire,
    sample,
    margins: margins(questionnaire, options),
    hardValues: hard.values,
    plan,
    weightsYear: weightsYear(options) ?? plan?.year ?? hard.year,
    ...readScaleLink(options, edition),
    planned: options.planned === undefined ? undefined : wholeNumber('planned', options.planned, 1),
    confidence: confidence(options),
    bootstrap: readVariance(options),
  })
  process.stdout.write(
    csvLine(ESTIMATES_HEADER) +
      estimateRows(estimation)
        .map((row) => csvLine(row))
        .join(''),
  )
  reportUncounted(fitted)
  reportOffPath(offPath)
  reportPilot(hard.pilotYears)
  reportWarnings(estimation)
  for (const line of [...verdictLines(estimation), ...doubtLines(estimation)])
    process.stderr.write(`${line}\n`)
})

function readSample(
  questionnaire: Questionnaire,
  path: string,
): { readonly sample: Sample; readonly offPath: number } {
  const builder = createSampleBuilder(questionnaire)
  const { offPath } = readCsvFile(path, (text) =>
    readResponses(questionnaire, text, (response) => builder.add([response])),
  )
  const sample = builder.sample()
  if (sample.firms === 0) throw new InputProblem(`${path}: has no responses`)
  return { sample, offPath }
}

function hardData({ hard, province }: Options): HardData | undefined {
  if (hard === undefined && province === undefined) return undefined
  if (hard === undefined || province === undefined)
    throw new InputProblem('--hard and --province go together')
  const provinces = readProvinces(hard)
  return { values: valuesOf(provinceIn(provinces, province)), year: provinces.year, pilotYears: [] }
}

/** The edition's own values of its pilot province, unless the plan is another's. */
function pilotData(edition: Edition, plan: Plan | undefined): HardData {
  const isAnother = plan !== undefined && plan.province.name !== PILOT_PROVINCE
  const pilot = isAnother ? undefined : latestPilotValues(edition)
  return { values: pilot?.values, year: undefined, pilotYears: pilot?.years ?? [] }
}

function margins(questionnaire: Questionnaire, { margins: path }: Options): readonly Margin[] {
  return path === undefined ? [] : readCsvFile(path, (text) => readMargins(questionnaire, text))
}

function weightsYear({ 'weights-year': year }: Options): number | undefined {
  return year === undefined ? undefined : wholeNumber('weights-year', year, 1)
}

function confidence({ confidence: text = '0.9' }: Options): number {
  const number = Number(text)
  if (text.trim() === '' || !(number > 0 && number < 1)) {
    throw new InputProblem(`--confidence takes a number between 0 and 1, not ${JSON.stringify(text)}`)
  }
  if ((1 + number) / 2 === 1) throw new InputProblem(`--confidence ${text} is too close to 1`)
  return number
}

function reportOffPath(offPath: number): void {
  if (offPath > 0) process.stderr.write(`${offPath} answers off the path left out\n`)
}

function reportPilot(years: readonly number[]): void {
  if (years.length === 0) return
  const from = `hard values are the edition's own of ${PILOT_PROVINCE}, ${years.join(' and ')}`
  process.stderr.write(`Without --hard, ${from}.\n`)
}

function reportWarnings({ warnings, indicative }: Estimation): void {
  if (indicative) process.stderr.write('Some answers came by open link: the scores are indicative only.\n')
  const codes = new Set(warnings.map(({ code }) => code))
  for (const code of codes) {
    const about = warnings.filter((warning) => warning.code === code).map((warning) => warning.about)
    process.stderr.write(`${code}: ${about.join(', ')}\n`)
  }
}
