import { PageHeading } from './page-heading.tsx'
import { useSurvey, useTexts } from './survey-context.ts'

/** A wave that takes no answers says so; what the device still holds can be erased below. */
export function NotOpenView({ state }: { readonly state: 'draft' | 'closed' }) {
  const { key } = useSurvey()
  const { notOpen } = useTexts()
  return (
    <>
      <PageHeading>{state === 'draft' ? notOpen.draftTitle : notOpen.closedTitle}</PageHeading>
      <p>{state === 'draft' ? notOpen.draft : notOpen.closed}</p>
      {key.value !== '' && <p>{notOpen.stillKept}</p>}
    </>
  )
}
