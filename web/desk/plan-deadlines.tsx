import type { Plan } from '../../survey-definitions/plan-schema.ts'
import { bodyName } from './definition-lookup.ts'
import { dateText } from './vietnamese-numbers.ts'

/** Who reports to whom and before which day, as the plan says, in one quiet line each. */
export function PlanDeadlines({ plan }: { plan: Plan }) {
  return (
    <section class="deadlines small" aria-label="Thời hạn báo cáo">
      <h2 class="quiet">Thời hạn theo kế hoạch</h2>
      <ul>
        {plan.deadlines.map((deadline) => (
          <li key={deadline.code}>
            Trước ngày <time dateTime={deadline.before}>{dateText(deadline.before)}</time>:{' '}
            {deadline.from.map((code) => bodyName(plan, code)).join(', ')} báo cáo {bodyName(plan, deadline.to)}
            {deadline.through !== undefined && ` (qua ${bodyName(plan, deadline.through)})`}.
          </li>
        ))}
      </ul>
    </section>
  )
}
