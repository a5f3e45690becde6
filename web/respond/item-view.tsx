import type {
  AnswerableItem,
  Item,
  NoteItem,
  Section,
} from '../../survey-definitions/questionnaire-schema.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { ChoiceField } from './fields/choice-field.tsx'
import { firstFieldId } from './fields/field-ids.ts'
import { NumberField } from './fields/number-field.tsx'
import { ScaleField } from './fields/scale-field.tsx'
import { TextField } from './fields/text-field.tsx'
import { Localized } from './localized.tsx'
import { PageHeading } from './page-heading.tsx'
import { problemText } from './problem-text.ts'
import { remainingMinutes } from './section-progress.ts'
import { useSurvey, useTexts } from './survey-context.ts'
import { TurnRow } from './turn-row.tsx'
import { continueFrom, go } from './walking.ts'

interface ItemViewProps {
  readonly section: Section
  readonly item: Item
}

/** One question. Nothing is checked before Continue, and Back checks nothing at all. */
export function ItemView({ section, item }: ItemViewProps) {
  const survey = useSurvey()
  const texts = useTexts()
  const problem = useProblemText(item)
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        continueFrom(survey, item)
      }}
    >
      <TurnRow section={section} />
      {problem !== undefined && (
        <ErrorSummary
          title={texts.problem.title}
          errors={[{ field: firstFieldId(item), message: problem }]}
        />
      )}
      <p class="caption">
        <span>
          <Localized text={section.title} />
        </span>{' '}
        <span class="unbroken">{texts.minutesLeft(Math.round(remainingMinutes(survey)))}</span>
      </p>
      {item.kind === 'note' ? <Note item={item} /> : <Field item={item} problem={problem} />}
      <div class="actions">
        <button class="button">{texts.continue}</button>
        <button type="button" class="link" onClick={() => go(survey, { name: 'hub' })}>
          {texts.item.sections}
        </button>
      </div>
    </form>
  )
}

function Note({ item }: { readonly item: NoteItem }) {
  return (
    <div class="note">
      <PageHeading>
        <Localized text={item.text} />
      </PageHeading>
    </div>
  )
}

function Field({ item, problem }: { readonly item: AnswerableItem; readonly problem: string | undefined }) {
  if (item.kind === 'single' || item.kind === 'multiple') return <ChoiceField item={item} problem={problem} />
  if (item.kind === 'scale') return <ScaleField item={item} problem={problem} />
  if (item.kind === 'integer' || item.kind === 'decimal') return <NumberField item={item} problem={problem} />
  return <TextField item={item} problem={problem} />
}

function useProblemText(item: Item): string | undefined {
  const { problem, language } = useSurvey()
  const shown = problem.value
  if (item.kind === 'note' || shown?.item !== item.code) return undefined
  return problemText(shown.code, item, language.value)
}
