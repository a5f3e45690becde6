import type { z } from 'zod'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { DefinitionKind } from '../db/tables.ts'

/** What is wrong with a definition, and where in it. */
export interface DefinitionViolation {
  readonly path: string
  readonly code: string
}

/** A definition fit to publish, or why it is not. */
export type CheckedDefinition =
  | { readonly id: string; readonly version: number | undefined; readonly body: Edition | Plan | Questionnaire }
  | { readonly violations: readonly DefinitionViolation[] }

/** Checks the form of a definition and what it says. */
export function checkDefinition(kind: DefinitionKind, raw: unknown): CheckedDefinition {
  if (kind === 'edition') return checkEdition(raw)
  if (kind === 'plan') return checkPlan(raw)
  return checkQuestionnaire(raw)
}

function checkEdition(raw: unknown): CheckedDefinition {
  const parsed = Edition.safeParse(raw)
  if (!parsed.success) return { violations: violationsOf(parsed.error) }
  const { id } = parsed.data
  // Files that the commands read may go without; plans and questionnaires name it.
  if (id === undefined) return { violations: [{ path: '/id', code: 'invalid_type' }] }
  return { id, version: undefined, body: parsed.data }
}

function checkPlan(raw: unknown): CheckedDefinition {
  const parsed = Plan.safeParse(raw)
  if (!parsed.success) return { violations: violationsOf(parsed.error) }
  return { id: parsed.data.id, version: undefined, body: parsed.data }
}

function checkQuestionnaire(raw: unknown): CheckedDefinition {
  const parsed = Questionnaire.safeParse(raw)
  if (!parsed.success) return { violations: violationsOf(parsed.error) }
  const { id, version } = parsed.data
  return { id, version, body: parsed.data }
}

function violationsOf({ issues }: z.ZodError): readonly DefinitionViolation[] {
  return issues.map(({ path, code }) => ({ path: `/${path.map(String).join('/')}`, code }))
}
