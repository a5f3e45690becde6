import type { z } from 'zod'

/** What can be wrong with a questionnaire, by name. README.md says what each one means. */
export const QUESTIONNAIRE_ERRORS = [
  'bad-shape',
  'duplicate-section-code',
  'duplicate-item-code',
  'duplicate-option-code',
  'reserved-option-code',
  'missing-text-in-language',
  'text-not-composed',
  'unknown-scale',
  'options-missing',
  'options-and-scale',
  'exclusive-in-single',
  'bounds-reversed',
  'bounds-finer-than-answers',
  'missing-code-on-text',
  'required-in-sensitive-section',
  'too-few-statements',
  'uninformative-randomisation',
  'unknown-item-in-rule',
  'unknown-option-in-rule',
  'rule-kind-mismatch',
  'forward-reference',
  'cycle',
  'unreachable-item',
  'base-never-holds',
  'indicator-counted-twice',
  'counting-kind-mismatch',
  'counting-without-options',
  'counting-without-bound',
  'counting-option-unknown',
  'counting-option-outside-base',
  'option-without-value',
  'another-edition',
  'unknown-indicator',
  'hard-indicator-counted',
  'indicator-of-another-kind',
  'indicator-without-item',
  'another-questionnaire',
  'version-not-increased',
  'item-code-reused',
  'option-code-reused',
] as const

export const EDITION_ERRORS = [
  'bad-shape',
  'missing-edition-id',
  'missing-vietnamese-text',
  'duplicate-sub-index-code',
  'duplicate-indicator-id',
  'unknown-sub-index',
  'sub-index-without-indicator',
  'sub-index-weights-not-1',
  'composite-weights-not-100',
  'composite-weight-missing',
  'composite-years-overlap',
  'anchors-reversed',
  'source-and-statistic-disagree',
] as const

export const PLAN_ERRORS = [
  'bad-shape',
  'another-edition',
  'duplicate-body-code',
  'duplicate-task-code',
  'duplicate-target',
  'target-missing',
  'target-out-of-scale',
  'unknown-sub-index',
  'unknown-unit',
  'unknown-agency',
  'unknown-body',
  'baseline-differs',
  'bad-date',
] as const

export const SCALE_LINK_ERRORS = [
  'bad-shape',
  'another-edition',
  'duplicate-sub-index',
  'duplicate-pair',
  'duplicate-indicator',
  'unknown-sub-index',
  'unknown-indicator',
  'score-out-of-scale',
  'too-few-pairs',
  'range-reversed',
  'out-of-range',
  'since-after-profile',
] as const

export type QuestionnaireErrorCode = (typeof QUESTIONNAIRE_ERRORS)[number]
export type EditionErrorCode = (typeof EDITION_ERRORS)[number]
export type PlanErrorCode = (typeof PLAN_ERRORS)[number]
export type ScaleLinkErrorCode = (typeof SCALE_LINK_ERRORS)[number]

/** One thing wrong with a definition: its name, a JSON pointer to the place, a sentence. */
export interface DefinitionError<Code extends string = QuestionnaireErrorCode> {
  readonly code: Code
  readonly path: string
  readonly message: string
}

/** A definition fit for use, or everything that is wrong with it. */
export type Loaded<Definition, Code extends string> =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly errors: readonly DefinitionError<Code>[] }

export type Path = readonly (string | number)[]

export function definitionError<Code extends string>(
  code: Code,
  path: Path,
  message: string,
): DefinitionError<Code> {
  return { code, path: pointer(path), message }
}

/** What the schema finds wrong, each with its place. */
export function shapeErrors(error: z.ZodError): readonly DefinitionError<'bad-shape'>[] {
  return error.issues.map((issue) => definitionError('bad-shape', issue.path.map(placeName), issue.message))
}

function placeName(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part
}

function pointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
