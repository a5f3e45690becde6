import { inLanguage } from '../../survey-definitions/language.ts'
import { PageHeading } from './page-heading.tsx'
import { nextOpenSection, remainingMinutes, statusOf } from './section-progress.ts'
import { SectionRow } from './section-row.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { go, openSection } from './walking.ts'

/** All sections with how far each is, and the way on. */
export function HubView() {
  const survey = useSurvey()
  const texts = useTexts()
  const { hub } = texts
  const next = nextOpenSection(survey)
  const isFresh = survey.path.value.every((onPath) => statusOf(survey, onPath) === 'not-started')
  const send = (
    <button
      type="button"
      class={next ? 'button button-quiet' : 'button'}
      onClick={() => go(survey, { name: 'final-check' })}
    >
      {hub.send}
    </button>
  )
  return (
    <>
      <PageHeading>{hub.title}</PageHeading>
      <p class="lead">
        {next ? capitalised(texts.minutesLeft(Math.round(remainingMinutes(survey)))) : hub.allDone}
      </p>
      {next ? (
        <button type="button" class="button" onClick={() => openSection(survey, next.code)}>
          {isFresh ? hub.start : hub.resume(inLanguage(next.title, survey.language.value))}
        </button>
      ) : (
        send
      )}
      <ol class="sections">
        {survey.path.value.map((onPath) => (
          <SectionRow key={onPath.section.code} onPath={onPath} />
        ))}
      </ol>
      {next && (
        <>
          <p class="quiet">{hub.order}</p>
          {send}
        </>
      )}
    </>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
