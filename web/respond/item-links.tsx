import type { Item } from '../../survey-definitions/questionnaire-schema.ts'
import { Localized } from './localized.tsx'
import { useSurvey } from './survey-context.ts'
import { go } from './walking.ts'

/** Questions to go to, each in full. */
export function ItemLinks({ items }: { readonly items: readonly Item[] }) {
  const survey = useSurvey()
  if (items.length === 0) return null
  return (
    <ul class="links">
      {items.map((item) => (
        <li key={item.code}>
          <button type="button" class="link" onClick={() => go(survey, { name: 'item', item: item.code })}>
            <Localized text={item.text} />
          </button>
        </li>
      ))}
    </ul>
  )
}
