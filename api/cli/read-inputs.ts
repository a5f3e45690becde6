import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { countedItems } from '../../survey-definitions/counted-value.ts'
import { type DefinitionError, type Loaded, shapeErrors } from '../../survey-definitions/definition-error.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { loadEdition } from '../../survey-definitions/load-edition.ts'
import { loadPlan } from '../../survey-definitions/load-plan.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import {
  loadBaselineWave,
  loadPastPairs,
  loadScaleProfile,
} from '../../survey-definitions/load-scale-link.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { BaselineWave, PastPairs, ScaleProfile } from '../../survey-definitions/scale-link-schema.ts'
import { validateFeeds } from '../../survey-definitions/validate-against-edition.ts'
import { CsvProblem } from '../csv/csv-problem.ts'
import { InputProblem } from './command.ts'

const BUILT_IN_QUESTIONNAIRE = fileURLToPath(
  new URL('../../survey-definitions/questionnaires/pci-full.json', import.meta.url),
)

/** Indicator values of provinces in one year. Unknown members are kept. */
const Provinces = z.looseObject({
  year: z.int().optional(),
  provinces: z
    .array(z.looseObject({ name: z.string().min(1), values: z.record(z.string(), z.number().nullable()) }))
    .min(1),
})

type Provinces = z.infer<typeof Provinces>
export type Province = Provinces['provinces'][number]

export function readEdition(path: string): Edition {
  return loaded(path, loadEdition(readJson(path)))
}

/** A plan whose targets are all for sub-indices of the edition. */
export function readPlan(path: string, edition: Edition): Plan {
  const plan = loaded(path, loadPlan(readJson(path)))
  const foreign = plan.targets.filter(
    ({ subIndex }) => !edition.subIndices.some(({ code }) => code === subIndex),
  )
  if (foreign.length === 0) return plan
  throw new InputProblem(`${path}: the edition has no ${foreign.map(({ subIndex }) => subIndex).join(', ')}`)
}

export function readBaselineWave(path: string, edition: Edition): BaselineWave {
  return loaded(path, loadBaselineWave(readJson(path), edition))
}

export function readPastPairs(path: string, edition: Edition): PastPairs {
  return loaded(path, loadPastPairs(readJson(path), edition))
}

export function readScaleProfile(path: string, edition: Edition): ScaleProfile {
  return loaded(path, loadScaleProfile(readJson(path), edition))
}

/** A questionnaire, as far as the edition has what it counts. */
interface FittedQuestionnaire {
  readonly questionnaire: Questionnaire
  /** Indicators that it counts and the edition does not have: its items count for nothing there. */
  readonly uncounted: readonly string[]
}

/**
 * A questionnaire whose items count as the edition measures. The built-in one may ask for more
 * than the edition has; one that is named may not.
 */
export function readQuestionnaire(edition: Edition, path?: string): FittedQuestionnaire {
  const file = path ?? BUILT_IN_QUESTIONNAIRE
  const whole = loaded(file, loadQuestionnaire(readJson(file)))
  const known = new Set(edition.indicators.map(({ id }) => id))
  const uncounted = countedItems(whole)
    .map(({ counting }) => counting.indicator)
    .filter((indicator) => !known.has(indicator))
  const questionnaire = path === undefined ? countingOnly(whole, known) : whole
  const errors = validateFeeds(questionnaire, edition)
  if (errors.length > 0) throw wrongForm(file, errors)
  return { questionnaire, uncounted }
}

function countingOnly(questionnaire: Questionnaire, indicators: ReadonlySet<string>): Questionnaire {
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.kind === 'note'
        ? item
        : { ...item, indicators: item.indicators.filter(({ indicator }) => indicators.has(indicator)) },
    ),
  }))
  return { ...questionnaire, sections }
}

/** What the reader of the figures must know about a questionnaire that asks for more; one line or none. */
export function reportUncounted({ uncounted }: FittedQuestionnaire): void {
  if (uncounted.length === 0) return
  process.stderr.write(`The edition lacks ${uncounted.join(', ')}: their questions count for nothing.\n`)
}

export function readProvinces(path: string): Provinces {
  const parsed = Provinces.safeParse(readJson(path))
  if (!parsed.success) throw wrongForm(path, shapeErrors(parsed.error))
  const names = parsed.data.provinces.map(({ name }) => name)
  const twice = names.find((name, place) => names.indexOf(name) < place)
  if (twice !== undefined) throw new InputProblem(`${path}: the province ${twice} is there twice`)
  return parsed.data
}

export function provinceIn({ provinces }: Provinces, name: string): Province {
  const found = provinces.find((province) => province.name === name)
  if (!found) throw new InputProblem(`there is no province ${JSON.stringify(name)}`)
  return found
}

/** The values of a province that are there. */
export function valuesOf({ values }: Province): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([code, value]) => (value === null ? [] : [[code, value] as const])),
  )
}

/** Reads a CSV file through its reader; a problem names the file. */
export function readCsvFile<Result>(path: string, read: (text: string) => Result): Result {
  const text = readText(path)
  try {
    return read(text)
  } catch (error) {
    throw error instanceof CsvProblem ? new InputProblem(`${path}: ${error.message}`) : error
  }
}

/** The JSON of a file. */
export function readJson(path: string): unknown {
  const text = readText(path).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputProblem(`${path}: no JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

function loaded<Definition, Code extends string>(path: string, result: Loaded<Definition, Code>): Definition {
  if (result.ok) return result.definition
  throw wrongForm(path, result.errors)
}

function wrongForm(path: string, errors: readonly DefinitionError<string>[]): InputProblem {
  const shown = errors
    .slice(0, 3)
    .map(({ path: place, code, message }) => `${place || '/'} ${code}: ${message}`)
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : []
  return new InputProblem(`${path}: ${[...shown, ...more].join('; ')}`)
}

function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new InputProblem(
      `${path}: cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`,
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new InputProblem(`${path}: is not UTF-8`)
  }
}
