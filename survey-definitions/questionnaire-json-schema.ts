import { z } from 'zod'
import { Questionnaire } from './questionnaire-schema.ts'

/** The JSON Schema that editors check and complete questionnaires with, as a file's text. */
export function questionnaireJsonSchema(): string {
  const schema = z.toJSONSchema(Questionnaire, { io: 'input', reused: 'ref' })
  return `${JSON.stringify({ ...schema, title: 'Questionnaire', description: DESCRIPTION }, null, 2)}\n`
}

const DESCRIPTION = 'One version of a survey. README.md beside this file explains the format.'
