import type { Section } from '../../survey-definitions/questionnaire-schema.ts'
import { QuickExit } from './quick-exit.tsx'
import { useTexts, useTools } from './survey-context.ts'

/** Back, on every view but the first and the last; in a sensitive section beside the quick exit. */
export function TurnRow({ section }: { readonly section?: Section }) {
  const texts = useTexts()
  const { goBack } = useTools()
  return (
    <div class={section?.sensitive ? 'turn-row turn-row-sensitive' : 'turn-row'}>
      <button type="button" class="link back" onClick={goBack}>
        {texts.back}
      </button>
      {section?.sensitive && <QuickExit />}
    </div>
  )
}
