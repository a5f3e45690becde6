import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import type { Survey, View } from '../../survey-definitions/respondent/survey.ts'

/** Where a draft opens again. A sensitive question is not what opens when somebody else picks up the phone. */
export function resumedView({ view, questionnaire }: Survey, state: PageData['state'] = 'open'): View {
  // What was sent off before the wave closed may still be taken.
  if (state !== 'open' && view !== 'sending') return 'intro'
  const [name, code] = view.split(' ')
  if (name === 'erase' || name === 'receipt') return 'hub'
  if (!code) return view
  const section = questionnaire.sections.find(
    (one) => one.code === code || one.items.some((item) => item.code === code),
  )
  return section && !section.sensitive ? view : 'hub'
}
