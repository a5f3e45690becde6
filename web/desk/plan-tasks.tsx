import type { Plan, Task } from '../../survey-definitions/plan-schema.ts'
import { bodyName } from './definition-lookup.ts'

interface PlanTasksProps {
  plan: Plan
  target: Plan['targets'][number]
}

/** What the plan charges whom with for one sub-index, in its own words and order. */
export function PlanTasks({ plan, target }: PlanTasksProps) {
  return (
    <section aria-labelledby="plan-tasks">
      <h2 id="plan-tasks">Nhiệm vụ trong kế hoạch (phần II, mục {target.section})</h2>
      <p class="small quiet">
        Đơn vị chịu trách nhiệm: {target.responsibleUnits.map((code) => bodyName(plan, code)).join('; ')}.
      </p>
      <ol class="tasks">
        {target.tasks.map((task, index) => (
          <TaskItem
            key={task.code}
            plan={plan}
            task={task}
            opensSection={task.section !== target.tasks[index - 1]?.section}
          />
        ))}
      </ol>
    </section>
  )
}

function TaskItem({ plan, task, opensSection }: { plan: Plan; task: Task; opensSection: boolean }) {
  const leads = task.leads.map((code) => bodyName(plan, code)).join('; ')
  return (
    <li>
      <span class="task-section">{opensSection && task.section}</span>
      <div>
        {task.title ? (
          <details>
            <summary>{task.title.vi}</summary>
            <p>{task.text.vi}</p>
          </details>
        ) : (
          <p>{task.text.vi}</p>
        )}
        <p class="agency">
          Chủ trì: {leads}
          {task.with && ` · phối hợp: ${task.with.vi}`}
        </p>
      </div>
    </li>
  )
}
