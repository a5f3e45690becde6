import { type EditionErrorCode, type Loaded, shapeErrors } from './definition-error.ts'
import { Edition } from './edition-schema.ts'
import { validateEdition } from './validate-edition.ts'

/** An edition from its JSON value, or everything that is wrong with it. */
export function loadEdition(value: unknown): Loaded<Edition, EditionErrorCode> {
  const parsed = Edition.safeParse(value)
  if (!parsed.success) return { ok: false, errors: shapeErrors(parsed.error) }
  const errors = validateEdition(parsed.data)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: parsed.data }
}
