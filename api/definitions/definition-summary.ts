import { z } from 'zod'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Tables } from '../db/tables.ts'
import type { DefinitionSummary } from '../views.ts'
import { sensitiveItems } from './sensitive-items.ts'

const Titled = z.union([
  z.looseObject({ title: z.looseObject({ vi: z.string() }) }).transform(({ title }) => title.vi),
  z.looseObject({ edition: z.string() }).transform(({ edition }) => edition),
])

/** One line of the list of definitions. */
export function summaryOf({ hash, kind, id, version, body }: Tables['definition']): DefinitionSummary {
  const definition: unknown = JSON.parse(body)
  return {
    hash,
    kind,
    id,
    version,
    title: Titled.parse(definition),
    sensitive: kind === 'questionnaire' && sensitiveItems(Questionnaire.parse(definition)).size > 0,
  }
}
