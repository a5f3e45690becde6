import { type Loaded, type PlanErrorCode, shapeErrors } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import { Plan } from './plan-schema.ts'
import { validatePlan } from './validate-plan.ts'

/** A plan from its JSON value, or everything that is wrong with it. */
export function loadPlan(value: unknown, edition?: Edition): Loaded<Plan, PlanErrorCode> {
  const parsed = Plan.safeParse(value)
  if (!parsed.success) return { ok: false, errors: shapeErrors(parsed.error) }
  const errors = validatePlan(parsed.data, edition)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, definition: parsed.data }
}
