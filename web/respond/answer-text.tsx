import type { Answer } from '../../survey-definitions/answers.ts'
import type { AnswerableItem } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { MissingWord } from './answering.ts'
import { Localized } from './localized.tsx'
import { writeNumber } from './number-text.ts'
import { useSurvey, useTexts } from './survey-context.ts'

/** One answer in words, as the check pages show it. */
export function AnswerText({ item }: { readonly item: AnswerableItem }) {
  const survey = useSurvey()
  const texts = useTexts()
  const answer = survey.answers.value[item.code]
  if (answer === undefined) return <span class="quiet">{texts.check.unanswered}</span>
  if (isMissingWord(item, answer)) return <>{texts.item.missing[answer]}</>
  if (typeof answer === 'number') return <NumberText item={item} number={answer} />
  const codes = typeof answer === 'string' ? [answer] : answer
  const chosen = optionsOf(survey.page.questionnaire, item).filter(({ code }) => codes.includes(code))
  if (chosen.length === 0) return <span class="own-words">{answer}</span>
  return (
    <>
      {chosen.map(({ code, label }) => (
        <span key={code} class="chosen">
          <Localized text={label} />
        </span>
      ))}
    </>
  )
}

function NumberText({ item, number }: { readonly item: AnswerableItem; readonly number: number }) {
  const texts = useTexts()
  const { language } = useSurvey()
  if (item.kind === 'scale') {
    const end = number === 1 ? item.low : number === 5 ? item.high : undefined
    return <>{texts.item.scale(number, end && (end[language.value] ?? end.vi))}</>
  }
  const unit = 'unit' in item ? item.unit : undefined
  return (
    <>
      {writeNumber(number, language.value)} {unit && <Localized text={unit} />}
    </>
  )
}

function isMissingWord(item: AnswerableItem, answer: Answer): answer is MissingWord {
  return item.missing.some((word) => word === answer)
}
