import { type Loaded, type QuestionnaireErrorCode, shapeErrors } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import { Questionnaire } from './questionnaire-schema.ts'
import { validateQuestionnaire } from './validate-questionnaire.ts'
import { validateSuccessor } from './validate-successor.ts'

/** What a questionnaire is checked against, besides itself. */
export interface QuestionnaireContext {
  readonly edition?: Edition
  /** The version before it. */
  readonly predecessor?: Questionnaire
}

/** A questionnaire from its JSON value, or everything that is wrong with it. */
export function loadQuestionnaire(
  value: unknown,
  { edition, predecessor }: QuestionnaireContext = {},
): Loaded<Questionnaire, QuestionnaireErrorCode> {
  const parsed = Questionnaire.safeParse(value)
  if (!parsed.success) return { ok: false, errors: shapeErrors(parsed.error) }
  const errors = [
    ...validateQuestionnaire(parsed.data, edition),
    ...(predecessor ? validateSuccessor(parsed.data, predecessor) : []),
  ]
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: parsed.data }
}
