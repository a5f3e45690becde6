import type { AnswerableItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { Localized } from '../localized.tsx'
import { useTexts } from '../survey-context.ts'
import { hintId, problemId } from './field-ids.ts'

export interface FieldProps<Kind extends AnswerableItem = AnswerableItem> {
  readonly item: Kind
  /** Why the answer cannot be taken, worded for the person. */
  readonly problem: string | undefined
}

/** Hint and problem between the question and its field. */
export function FieldNotes({ item, problem }: FieldProps) {
  const texts = useTexts()
  return (
    <>
      {item.hint && (
        <p id={hintId(item)} class="hint">
          <Localized text={item.hint} />
        </p>
      )}
      {problem !== undefined && (
        <p id={problemId(item)} class="field-error">
          <span class="visually-hidden">{texts.errorPrefix}</span>
          {problem}
        </p>
      )}
    </>
  )
}

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy({ item, problem }: FieldProps): string | undefined {
  const ids = [...(item.hint ? [hintId(item)] : []), ...(problem === undefined ? [] : [problemId(item)])]
  return ids.length === 0 ? undefined : ids.join(' ')
}
