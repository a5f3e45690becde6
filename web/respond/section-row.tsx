import type { SectionOnPath } from '../../survey-definitions/routing-path.ts'
import { Localized } from './localized.tsx'
import { statusOf } from './section-progress.ts'
import { useSurvey, useTexts } from './survey-context.ts'
import { openSection } from './walking.ts'

/** One section in a list: the whole line opens it, and says how far it is. */
export function SectionRow({ onPath }: { readonly onPath: SectionOnPath }) {
  const survey = useSurvey()
  const { hub } = useTexts()
  const { section } = onPath
  const status = statusOf(survey, onPath)
  const nameId = `name-${section.code}`
  const statusId = `status-${section.code}`
  return (
    <li>
      <button
        type="button"
        class="section-row"
        aria-labelledby={nameId}
        aria-describedby={statusId}
        onClick={() => openSection(survey, section.code)}
      >
        <span id={nameId} class="section-name">
          <Localized text={section.title} />
        </span>
        <span id={statusId} class={`section-status section-${status}`}>
          {hub.status[status]}
        </span>
      </button>
    </li>
  )
}
