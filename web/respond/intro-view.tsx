import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Localized } from './localized.tsx'
import { PageHeading } from './page-heading.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { inLanguage } from '../../survey-definitions/language.ts'
import { begin, go } from './walking.ts'

/** The letter: who asks, why, how long, what is not stored, what nobody can prevent. */
export function IntroView() {
  const survey = useSurvey()
  const { intro } = useTexts()
  const { questionnaire, department } = survey.page
  const hasDraft = survey.key.value !== ''
  return (
    <>
      {hasDraft && <Resume />}
      <PageHeading>
        <Localized text={questionnaire.title} />
      </PageHeading>
      <p>{intro.greeting}</p>
      <p class="lead">{intro.from(inLanguage(department, survey.language.value))}</p>
      <p>{intro.why}</p>
      <p>{intro.time(questionnaire.minutes)}</p>
      <h2>{intro.notStoredTitle}</h2>
      <ul class="nots">
        {intro.notStored.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{intro.afterwardsTitle}</h2>
      <p>{intro.afterwards}</p>
      <h2>{intro.notPreventedTitle}</h2>
      <ul>
        {intro.notPrevented.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{intro.advice}</p>
      {!hasDraft && <Consent />}
    </>
  )
}

function Resume() {
  const survey = useSurvey()
  const { intro, keeping } = useTexts()
  return (
    <section class="resume" aria-labelledby="resume-title">
      <h2 id="resume-title">{intro.resumeTitle}</h2>
      <p>{keeping.device(survey.answered.value)}</p>
      <button type="button" class="button" onClick={() => go(survey, { name: 'hub' })}>
        {intro.resume}
      </button>
    </section>
  )
}

/** Nothing is ticked beforehand; Begin without consent says what is missing. */
function Consent() {
  const survey = useSurvey()
  const texts = useTexts()
  const { intro } = texts
  const [hasConsented, setConsented] = useState(false)
  const [isShared, setShared] = useState(false)
  const [isRefused, setRefused] = useState(false)
  return (
    <form
      class="consent"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (hasConsented) return begin(survey, isShared ? 'memory' : 'device')
        setRefused(true)
        requestAnimationFrame(() => document.querySelector<HTMLElement>('.error-summary')?.focus())
      }}
    >
      {isRefused && (
        <ErrorSummary
          title={texts.problem.title}
          errors={[{ field: 'consent', message: intro.consentNeeded }]}
        />
      )}
      {isRefused && (
        <p id="consent-error" class="field-error">
          <span class="visually-hidden">{texts.errorPrefix}</span>
          {intro.consentNeeded}
        </p>
      )}
      <Tick
        id="consent"
        isTicked={hasConsented}
        problemId={isRefused ? 'consent-error' : undefined}
        onTick={(isTicked) => {
          setConsented(isTicked)
          setRefused(false)
        }}
      >
        {intro.consent}
      </Tick>
      <Tick id="shared" isTicked={isShared} onTick={setShared}>
        {intro.shared} {intro.sharedHint}
      </Tick>
      <button class="button">{intro.begin}</button>
    </form>
  )
}

interface TickProps {
  readonly id: string
  readonly isTicked: boolean
  readonly problemId?: string | undefined
  readonly onTick: (isTicked: boolean) => void
  readonly children: ComponentChildren
}

function Tick({ id, isTicked, problemId, onTick, children }: TickProps) {
  return (
    <label class="tick">
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        aria-describedby={problemId}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
