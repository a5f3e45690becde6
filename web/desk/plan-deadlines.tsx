import type { Plan } from '../../survey-definitions/plan-schema.ts'

/** Who reports to whom and before which day, as the plan says, and what is to be known of its figures. */
export function PlanDeadlines({ plan }: { plan: Plan }) {
  return (
    <section class="deadlines small" aria-label="Thời hạn báo cáo">
      <h2 class="quiet">Thời hạn theo kế hoạch</h2>
      <ul>
        {plan.deadlines.map((deadline) => (
          <li key={deadline.code}>{deadline.text.vi}</li>
        ))}
      </ul>
      {plan.notes.length > 0 && (
        <details>
          <summary>Ghi chú về số liệu của kế hoạch</summary>
          {plan.notes.map(({ vi }) => (
            <p key={vi}>{vi}</p>
          ))}
        </details>
      )}
    </section>
  )
}
