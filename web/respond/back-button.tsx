import { useTexts, useTools } from './survey-context.ts'

/** Back, on every view but the first and the last. */
export function BackButton() {
  const texts = useTexts()
  const { goBack } = useTools()
  return (
    <button type="button" class="link back" onClick={goBack}>
      {texts.back}
    </button>
  )
}
