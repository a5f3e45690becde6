import { useEffect, useState } from 'preact/hooks'
import { ItemLinks } from './item-links.tsx'
import { PageHeading } from './page-heading.tsx'
import type { StopCode } from './post-submission.ts'
import { type Sending, sendUntilSettled } from './sending.ts'
import { useSurvey, useTexts, useTools } from './survey-context.ts'
import type { Survey } from './survey-state.ts'
import type { Texts } from './texts.ts'
import { go, sectionOfItem } from './walking.ts'

/** Sends for as long as it is on the screen, and says what is true meanwhile. */
export function SendingView() {
  const { survey, carrier } = useTools()
  const { sending: texts } = useTexts()
  const [attempt, setAttempt] = useState(0)
  const sending = survey.sending.value
  const title = titleOf(sending, texts)

  useEffect(() => {
    const leaving = new AbortController()
    void sendUntilSettled(survey, carrier, leaving.signal)
    return () => {
      leaving.abort()
      survey.sending.value = { state: 'saved' }
    }
  }, [attempt])

  useEffect(() => {
    survey.announcement.value = title
  }, [title])

  return (
    <>
      <PageHeading>{title}</PageHeading>
      {sending.state === 'stopped' ? (
        <Stopped code={sending.code} items={sending.items} />
      ) : (
        <UnderWay survey={survey} />
      )}
      <div class="actions">
        {(sending.state === 'waiting' || isWorthRetrying(sending)) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setAttempt(attempt + 1)
              // This button is gone while it is tried.
              document.querySelector('h1')?.focus()
            }}
          >
            {texts.tryNow}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={() => go(survey, { name: 'final-check' })}>
          {texts.edit}
        </button>
      </div>
    </>
  )
}

function UnderWay({ survey }: { readonly survey: Survey }) {
  const { sending: texts } = useTexts()
  const sending = survey.sending.value
  return (
    <>
      {sending.state === 'waiting' ? (
        <p class="lead">{sending.isOnline ? texts.unreachable : texts.offline}</p>
      ) : (
        <p class="lead">{texts.sending}</p>
      )}
      <p>{survey.keeping.value === 'device' ? texts.keepOpen : texts.keepOpenMemory}</p>
      <p>{texts.once}</p>
    </>
  )
}

function Stopped({ code, items }: { readonly code: StopCode; readonly items: readonly string[] }) {
  const survey = useSurvey()
  const { sending: texts } = useTexts()
  const refused = items.flatMap(
    (one) => sectionOfItem(survey, one)?.items.filter((item) => item.code === one) ?? [],
  )
  return (
    <>
      <p class="lead">{texts.stopped[code]}</p>
      <ItemLinks items={refused} />
    </>
  )
}

function titleOf(sending: Sending, texts: Texts['sending']): string {
  // Other answers went out under this draft's key before, and the server has them.
  const isReceivedEarlier = sending.state === 'stopped' && sending.code === 'key_reused'
  return isReceivedEarlier ? texts.receivedEarlier : texts.titles[sending.state]
}

function isWorthRetrying(sending: Sending): boolean {
  return sending.state === 'stopped' && (sending.code === 'not_open' || sending.code === 'refused')
}
