import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { EraseView } from './erase-view.tsx'
import { FinalCheckView } from './final-check-view.tsx'
import { HubView } from './hub-view.tsx'
import { IntroView } from './intro-view.tsx'
import { ItemView } from './item-view.tsx'
import { KeepingLine } from './keeping-line.tsx'
import { Letterhead } from './letterhead.tsx'
import { NotOpenView } from './not-open-view.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { SectionCheckView } from './section-check-view.tsx'
import { SectionView } from './section-view.tsx'
import { SendingView } from './sending-view.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { placeOf } from './view.ts'
import { sectionOfItem, sectionOnPath } from './walking.ts'

/** The whole page: who asks, one view, and what is true of the answers. */
export function RespondPage() {
  const survey = useSurvey()
  const texts = useTexts()
  useFocusOfView()

  return (
    <>
      {survey.page.demo && <p class="simulated">{texts.simulated}</p>}
      <div class="page">
        <Letterhead />
        <main>
          <CurrentView />
        </main>
        <KeepingLine />
      </div>
      <output class="visually-hidden">{survey.announcement.value}</output>
    </>
  )
}

function CurrentView() {
  const survey = useSurvey()
  const view = survey.view.value
  const { state } = survey.page
  if (view.name === 'erase') return <EraseView />
  if (state !== 'open' && view.name !== 'receipt' && view.name !== 'sending')
    return <NotOpenView state={state} />
  if (view.name === 'intro') return <IntroView />
  if (view.name === 'final-check') return <FinalCheckView />
  if (view.name === 'sending') return <SendingView />
  if (view.name === 'receipt') return <ReceiptView />
  return <SectionViews />
}

/** The views inside a section; the list of sections where an answer took this one off the way. */
function SectionViews() {
  const survey = useSurvey()
  const view = survey.view.value
  const onPath =
    view.name === 'item'
      ? sectionOfItem(survey, view.item)
      : 'section' in view
        ? sectionOnPath(survey, view.section)
        : undefined
  if (onPath === undefined) return <HubView />
  const { section } = onPath
  if (view.name === 'section-check') return <SectionCheckView onPath={onPath} />
  const item = view.name === 'item' && onPath.items.find(({ code }) => code === view.item)
  return item ? <ItemView key={item.code} section={section} item={item} /> : <SectionView section={section} />
}

/** After every turn of a page the heading has the focus; after a refused Continue, the summary. */
function useFocusOfView(): void {
  const { view, problem, language } = useSurvey()
  const texts = useTexts()
  const place = placeOf(view.value)
  const problemNow = problem.value
  const lastPlace = useRef(place)

  useLayoutEffect(() => {
    // The same title on every view: titles stay in the browser's history.
    document.title = (problemNow ? texts.errorPrefix : '') + texts.pageName
    document.documentElement.lang = language.value
  }, [problemNow, texts, language.value])

  // After all of the view is there: the summary is drawn later than this component.
  useEffect(() => {
    const isTurned = lastPlace.current !== place
    lastPlace.current = place
    if (isTurned) scrollTo(0, 0)
    if (problemNow) document.querySelector<HTMLElement>('.error-summary')?.focus()
    else if (isTurned) document.querySelector('h1')?.focus()
  }, [place, problemNow])
}
