import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Database } from '../db/database.ts'
import { findPlan } from '../definitions/definition-store.ts'
import { listWaves, type Wave } from '../waves/wave-store.ts'

/** A year and a province that the plans of waves are about: what VCCI publishes scores for. */
export interface PlanYear {
  readonly year: number
  readonly province: Plan['province']
  /** Codes of those with a target, in the plan's order. */
  readonly subIndices: readonly string[]
  /** The wave that was opened last comes first. */
  readonly waves: readonly Wave[]
}

/** Every year and province that there is a wave for, newest year first. */
export async function listPlanYears(database: Database): Promise<readonly PlanYear[]> {
  const years = new Map<string, PlanYear>()
  for (const wave of await listWaves(database)) {
    const plan = await findPlan(database, wave.plan_hash)
    if (!plan) throw new Error('The wave names a plan that was never published')
    const key = `${plan.year} ${plan.province.code}`
    const known = years.get(key)
    const targets = plan.targets.map(({ subIndex }) => subIndex)
    years.set(key, {
      year: plan.year,
      province: known?.province ?? plan.province,
      subIndices: [...new Set([...(known?.subIndices ?? []), ...targets])],
      waves: [...(known?.waves ?? []), wave],
    })
  }
  return [...years.values()].toSorted((a, b) => b.year - a.year)
}
