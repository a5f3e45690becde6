import { PageHeading } from './page-heading.tsx'
import { ItemLinks } from './item-links.tsx'
import { missedItems, type SectionStatus, statusOf } from './section-progress.ts'
import { SectionRow } from './section-row.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { TurnRow } from './turn-row.tsx'
import { go, refuseMissed } from './walking.ts'

const OPEN: ReadonlySet<SectionStatus> = new Set(['not-started', 'started'])

/** What is left, what will be sent, and Send. */
export function FinalCheckView() {
  const survey = useSurvey()
  const { final } = useTexts()
  const isReady = missedItems(survey).length === 0
  const count = survey.answered.value
  return (
    <>
      <TurnRow />
      <PageHeading>{final.title}</PageHeading>
      <p class="lead">{count === 0 ? final.nothing : final.lead(count)}</p>
      <MissedItems />
      <OpenSections />
      <h2>{final.whatTitle}</h2>
      <ul>
        {final.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isReady && count > 0 && (
        <>
          <p>{final.noReturn}</p>
          <div class="actions">
            <button type="button" class="button" onClick={() => go(survey, { name: 'sending' })}>
              {final.send}
            </button>
          </div>
        </>
      )}
    </>
  )
}

/** Routing cannot do without these: answer them, or say once that one would rather not. */
function MissedItems() {
  const survey = useSurvey()
  const { final } = useTexts()
  const missed = missedItems(survey)
  if (missed.length === 0) return null
  return (
    <section class="notice" aria-labelledby="missed-title">
      <h2 id="missed-title">{final.missedTitle}</h2>
      <p>{final.missed}</p>
      <details>
        <summary>{final.showMissed(missed.length)}</summary>
        <ItemLinks items={missed} />
      </details>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          refuseMissed(survey)
          // This button goes with what it did.
          document.querySelector('h1')?.focus()
        }}
      >
        {final.refuseAll}
      </button>
    </section>
  )
}

function OpenSections() {
  const survey = useSurvey()
  const { final } = useTexts()
  const open = survey.path.value.filter((onPath) => OPEN.has(statusOf(survey, onPath)))
  if (open.length === 0) return null
  return (
    <>
      <h2>{final.openTitle}</h2>
      <p>{final.open}</p>
      <ul class="sections">
        {open.map((onPath) => (
          <SectionRow key={onPath.section.code} onPath={onPath} />
        ))}
      </ul>
    </>
  )
}
