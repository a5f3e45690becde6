import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReleasedResponse } from '../../analysis/sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { csvLine } from '../../api/csv/csv-writer.ts'
import { responseRow, responsesHeader } from '../../api/csv/responses-csv.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }

export const EDITION = fromRoot('survey-definitions/editions/pci-2017.json')
export const PULSE = fromRoot('survey-definitions/questionnaires/pci-pulse.json')
export const PLAN = fromRoot('survey-definitions/plans/lang-son-2024.json')
export const PROVINCES = fromRoot('tests/truth/pci-2019-five-provinces.json')
export const FIVE = JSON.parse(readFileSync(PROVINCES, 'utf8')) as {
  provinces: { name: string; official: Record<string, number>; values: Record<string, number> }[]
}
export const FULL = Questionnaire.parse(pciFull)
export const LANG_SON = FIVE.provinces.find(({ name }) => name === 'Lang Son')?.values ?? {}
export const FIRMS: readonly ReleasedResponse[] = [
  ...simulateFirms({ questionnaire: FULL, values: LANG_SON, firms: 60, seed: 9 }),
]
export const HEADER = responsesHeader(FULL)
export const RESPONSES = responsesCsv(FIRMS)

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}

function responsesCsv(firms: readonly ReleasedResponse[]): string {
  const row = responseRow(FULL)
  return csvLine(HEADER) + firms.map((firm) => csvLine(row(firm))).join('')
}
