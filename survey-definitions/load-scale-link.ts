import type { z } from 'zod'
import { type DefinitionError, type Loaded, type ScaleLinkErrorCode, shapeErrors } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import { BaselineWave, PastPairs, ScaleProfile } from './scale-link-schema.ts'
import { validateBaselineWave, validatePastPairs, validateScaleProfile } from './validate-scale-link.ts'

/** A baseline wave from its JSON value, or everything that is wrong with it. */
export function loadBaselineWave(value: unknown, edition: Edition): Loaded<BaselineWave, ScaleLinkErrorCode> {
  return loaded(BaselineWave.safeParse(value), (wave) => validateBaselineWave(wave, edition))
}

/** Past pairs from their JSON value, or everything that is wrong with them. */
export function loadPastPairs(value: unknown, edition: Edition): Loaded<PastPairs, ScaleLinkErrorCode> {
  return loaded(PastPairs.safeParse(value), (pairs) => validatePastPairs(pairs, edition))
}

/** A profile from its JSON value, or everything that is wrong with it. */
export function loadScaleProfile(value: unknown, edition: Edition): Loaded<ScaleProfile, ScaleLinkErrorCode> {
  return loaded(ScaleProfile.safeParse(value), (profile) => validateScaleProfile(profile, edition))
}

function loaded<File>(
  parsed: z.ZodSafeParseResult<File>,
  validate: (file: File) => readonly DefinitionError<ScaleLinkErrorCode>[],
): Loaded<File, ScaleLinkErrorCode> {
  if (!parsed.success) return { ok: false, errors: shapeErrors(parsed.error) }
  const errors = validate(parsed.data)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: parsed.data }
}
