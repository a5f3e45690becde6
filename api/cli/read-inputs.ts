import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { CsvProblem } from '../csv/csv-reader.ts'
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

export type Provinces = z.infer<typeof Provinces>
export type Province = Provinces['provinces'][number]

export function readEdition(path: string): Edition {
  return readJson(path, Edition)
}

export function readPlan(path: string): Plan {
  return readJson(path, Plan)
}

export function readQuestionnaire(path: string = BUILT_IN_QUESTIONNAIRE): Questionnaire {
  return readJson(path, Questionnaire)
}

export function readProvinces(path: string): Provinces {
  return readJson(path, Provinces)
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

function readJson<Result>(path: string, schema: z.ZodType<Result>): Result {
  let value: unknown
  try {
    value = JSON.parse(readText(path).replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new InputProblem(`${path}: no JSON: ${error.message}`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new InputProblem(`${path}: ${wrongForm(parsed.error)}`)
  return parsed.data
}

function wrongForm({ issues }: z.ZodError): string {
  const shown = issues.slice(0, 3).map(({ path, message }) => `${pathText(path)}: ${message}`)
  const more = issues.length > shown.length ? [`and ${issues.length - shown.length} more`] : []
  return [...shown, ...more].join('; ')
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text === '' ? 'the whole file' : text.replace(/^\./, '')
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
