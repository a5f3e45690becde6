import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

const LIBRARY = path.join(import.meta.dirname, '../../survey-definitions')
const FIXTURES = path.join(import.meta.dirname, '../survey-definitions/fixtures')

/** The published JSON files of one kind, by name. */
export function publishedFiles(
  kind: 'questionnaires' | 'editions' | 'plans' | 'translations',
): ReadonlyMap<string, unknown> {
  return jsonFilesIn(path.join(LIBRARY, kind))
}

/** The tiny questionnaires, by the one feature each shows. */
export function featureFiles(): ReadonlyMap<string, unknown> {
  return jsonFilesIn(FIXTURES)
}

/** The tiny broken questionnaires, by the name of the one thing wrong with each. */
export function invalidFiles(): ReadonlyMap<string, unknown> {
  return jsonFilesIn(path.join(FIXTURES, 'invalid'))
}

/** The tiny questionnaire that shows a feature. */
export function featureQuestionnaire(feature: string): Questionnaire {
  return questionnaireOf(featureFiles().get(feature))
}

/** A questionnaire as published. */
export function publishedQuestionnaire(name: string): Questionnaire {
  return questionnaireOf(publishedFiles('questionnaires').get(name))
}

export function publishedEdition(name: string): Edition {
  return Edition.parse(publishedFiles('editions').get(name))
}

export function publishedPlan(name: string): Plan {
  return Plan.parse(publishedFiles('plans').get(name))
}

/** The edition of the tiny questionnaires: two sub-indices, four indicators. */
export function tinyEdition(): Edition {
  return Edition.parse(jsonFilesIn(path.join(FIXTURES, 'edition')).get('tiny-edition'))
}

function questionnaireOf(value: unknown): Questionnaire {
  const loaded = loadQuestionnaire(value)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors))
  return loaded.definition
}

function jsonFilesIn(folder: string): ReadonlyMap<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(
    names.map((name): [string, unknown] => [
      path.basename(name, '.json'),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
    ]),
  )
}
