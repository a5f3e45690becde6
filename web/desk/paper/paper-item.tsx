import { type Arm, armAndCount, statementsShown } from '../../../survey-definitions/list-experiment.ts'
import { statementsOf } from '../../../survey-definitions/randomised-options.ts'
import { isOnPaper, MISSING_MARKS, type NumberedItem } from './numbered-items.ts'
import { paperCondition } from './paper-condition.ts'

interface PaperItemProps {
  numbered: NumberedItem
  items: readonly NumberedItem[]
  arm: Arm
}

/** One question on paper: its number, its words, its answers with their marks. */
export function PaperItem({ numbered, items, arm }: PaperItemProps) {
  const { item, number } = numbered
  if (!isOnPaper(item)) {
    return (
      <div class="paper-item">
        <p class="paper-question">
          <b>{number}.</b> <i>Câu này chỉ hỏi trên điện thoại.</i>
        </p>
      </div>
    )
  }
  const statements = item.kind === 'list-experiment' ? statementsShown(item, arm) : statementsOf(item)
  return (
    <div class="paper-item">
      <p class="paper-question">
        <b>{number}.</b> {item.text.vi}
        {item.kind === 'multiple' && <span class="paper-how"> Khoanh tất cả các mã phù hợp.</span>}
        {item.hint && <span class="paper-how"> {item.hint.vi}</span>}
      </p>
      {item.showIf && <p class="paper-condition">Chỉ trả lời nếu {paperCondition(item.showIf, items)}.</p>}
      {statements.length > 0 && (
        <ul class="paper-statements">
          {statements.map((statement) => (
            <li key={statement.vi}>{statement.vi}</li>
          ))}
        </ul>
      )}
      <PaperAnswers numbered={numbered} arm={arm} />
    </div>
  )
}

function PaperAnswers({ numbered: { item, options }, arm }: Omit<PaperItemProps, 'items'>) {
  const missing = item.missing.map((code) => ({ mark: MISSING_MARKS[code], label: '' }))
  if (item.kind === 'text' || item.kind === 'long-text') {
    return <div class={item.kind === 'text' ? 'paper-line' : 'paper-lines'} />
  }
  if (item.kind === 'integer' || item.kind === 'decimal') {
    return (
      <p class="paper-answers">
        <span class="paper-blank" /> {item.unit?.vi} <Marks marks={missing} />
      </p>
    )
  }
  if (item.kind === 'scale') {
    return (
      <p class="paper-answers">
        {item.low.vi} <Marks marks={['1', '2', '3', '4', '5'].map((mark) => ({ mark, label: '' }))} />{' '}
        {item.high.vi} <Marks marks={missing} />
      </p>
    )
  }
  const shown = options.filter(({ code }) => (armAndCount(code)?.arm ?? arm) === arm)
  return (
    <p class="paper-answers">
      <Marks marks={[...shown.map(({ mark, label }) => ({ mark, label: label.vi })), ...missing]} />
    </p>
  )
}

function Marks({ marks }: { marks: readonly { readonly mark: string; readonly label: string }[] }) {
  return (
    <>
      {marks.map(({ mark, label }) => (
        <span key={mark} class="paper-answer">
          <span class="paper-mark">{mark}</span>
          {label && ` ${label}`}
        </span>
      ))}
    </>
  )
}
