import { type DefinitionError, definitionError, type Path, type PlanErrorCode } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import type { Plan } from './plan-schema.ts'
import { duplicatedCodes } from './duplicated-codes.ts'

type PlanError = DefinitionError<PlanErrorCode>

/** A plan states two decimals: a baseline further off than half of the last one is another. */
const ROUNDING = 0.005 + 1e-9

/** Everything wrong with a plan that its schema cannot see; nothing when it is sound. */
export function validatePlan(plan: Plan, edition?: Edition): readonly PlanError[] {
  return [
    ...codeErrors(plan),
    ...bodyErrors(plan),
    ...plan.targets.flatMap(({ target, rise, baseline, subIndex }, index) =>
      Math.abs(target - rise - baseline) <= ROUNDING
        ? []
        : [
            definitionError(
              'baseline-differs',
              ['targets', index, 'baseline'],
              `${subIndex}: target less rise`,
            ),
          ],
    ),
    ...plan.deadlines.flatMap(({ before }, index) =>
      isDate(before)
        ? []
        : [definitionError('bad-date', ['deadlines', index, 'before'], `no such day: ${before}`)],
    ),
    ...(edition ? editionErrors(plan, edition) : []),
  ]
}

function codeErrors(plan: Plan): readonly PlanError[] {
  const bodies = (['units', 'agencies'] as const).flatMap((member) =>
    plan[member].map(({ code }, index) => ({ code, path: [member, index, 'code'] })),
  )
  const targets = plan.targets.map(({ subIndex }, index) => ({
    code: subIndex,
    path: ['targets', index, 'subIndex'],
  }))
  const tasks = placedTasks(plan).map(({ task, path }) => ({ code: task.code, path: [...path, 'code'] }))
  return [
    ...duplicatedCodes(bodies, 'duplicate-body-code'),
    ...duplicatedCodes(targets, 'duplicate-target'),
    ...duplicatedCodes(tasks, 'duplicate-task-code'),
  ]
}

function bodyErrors(plan: Plan): readonly PlanError[] {
  const units = plan.units.map(({ code }) => code)
  const agencies = plan.agencies.map(({ code }) => code)
  const bodies = [...units, ...agencies]
  return [
    ...strangers([plan.department], agencies)('unknown-agency', ['department']),
    ...plan.targets.flatMap(({ leadAgency, responsibleUnits }, index) => [
      ...strangers([leadAgency], agencies)('unknown-agency', ['targets', index, 'leadAgency']),
      ...strangers(responsibleUnits, units)('unknown-unit', ['targets', index, 'responsibleUnits']),
    ]),
    ...placedTasks(plan).flatMap(({ task, path }) => [
      ...strangers(task.leads, units)('unknown-unit', [...path, 'leads']),
      ...strangers(task.partners, bodies)('unknown-body', [...path, 'partners']),
    ]),
    ...plan.deadlines.flatMap(({ from, through, to }, index) =>
      strangers([...from, ...optional(through), to], bodies)('unknown-body', ['deadlines', index]),
    ),
    ...strangers(optional(plan.publication?.by), bodies)('unknown-body', ['publication', 'by']),
  ]
}

function strangers(codes: readonly string[], known: readonly string[]) {
  const unknown = codes.filter((code) => !known.includes(code))
  return (name: PlanErrorCode, path: Path): readonly PlanError[] =>
    unknown.map((code) => definitionError(name, path, `nobody is called ${code}`))
}

function optional(code: string | undefined): readonly string[] {
  return code === undefined ? [] : [code]
}

function editionErrors(plan: Plan, edition: Edition): readonly PlanError[] {
  if (edition.id !== undefined && edition.id !== plan.edition) {
    return [definitionError('another-edition', ['edition'], `it is made for ${plan.edition}`)]
  }
  const codes = edition.subIndices.map(({ code }) => code)
  const [lowest, highest] = edition.scale
  const targetErrors = plan.targets.flatMap(({ subIndex, target }, index): readonly PlanError[] => {
    const path: Path = ['targets', index]
    if (!codes.includes(subIndex)) {
      return [definitionError('unknown-sub-index', [...path, 'subIndex'], `the edition has no ${subIndex}`)]
    }
    if (target >= lowest && target <= highest) return []
    return [definitionError('target-out-of-scale', [...path, 'target'], `${lowest} to ${highest}`)]
  })
  const missing = codes
    .filter((code) => !plan.targets.some(({ subIndex }) => subIndex === code))
    .map((code) => definitionError('target-missing', ['targets'], `${code} has no target`))
  return [...targetErrors, ...missing]
}

function placedTasks(plan: Plan) {
  return plan.targets.flatMap(({ tasks }, target) =>
    tasks.map((task, index) => ({ task, path: ['targets', target, 'tasks', index] })),
  )
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
