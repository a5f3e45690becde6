import type { z } from 'zod'
import {
  type DefinitionError,
  type Loaded,
  type ScaleLinkErrorCode,
  shapeErrors,
} from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import { BaselineWave, PastPairs, ScaleFile, ScaleProfile } from './scale-link-schema.ts'
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

/** A file that leads to the scale, whichever it says it is, or everything that is wrong with it. */
export function loadScaleFile(value: unknown, edition: Edition): Loaded<ScaleFile, ScaleLinkErrorCode> {
  return loaded(ScaleFile.safeParse(value), (file) => validateScaleFile(file, edition))
}

function validateScaleFile(
  file: ScaleFile,
  edition: Edition,
): readonly DefinitionError<ScaleLinkErrorCode>[] {
  if (file.format === 'pci-pulse/baseline-wave/1') return validateBaselineWave(file, edition)
  if (file.format === 'pci-pulse/past-pairs/1') return validatePastPairs(file, edition)
  return validateScaleProfile(file, edition)
}

function loaded<File>(
  parsed: z.ZodSafeParseResult<File>,
  validate: (file: File) => readonly DefinitionError<ScaleLinkErrorCode>[],
): Loaded<File, ScaleLinkErrorCode> {
  if (!parsed.success) return { ok: false, errors: shapeErrors(parsed.error) }
  const errors = validate(parsed.data)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: parsed.data }
}
