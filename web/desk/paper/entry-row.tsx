import { useId } from 'preact/hooks'
import { MISSING_MARKS, type NumberedItem } from './numbered-items.ts'
import type { TypedAnswer } from './typed-answer.ts'

interface EntryRowProps {
  numbered: NumberedItem
  typed: string
  reading: TypedAnswer
  onType: (text: string) => void
}

/** One question with its field, and in words what the mark in it stands for. */
export function EntryRow({ numbered, typed, reading, onType }: EntryRowProps) {
  const { item, number } = numbered
  const id = useId()
  const isText = item.kind === 'text' || item.kind === 'long-text'
  const isWrong = 'error' in reading
  return (
    <div class={isText ? 'entry-row entry-row-text' : 'entry-row'}>
      <label htmlFor={id}>
        <b>{number}.</b> {item.text.vi}
      </label>
      <input
        id={id}
        name={item.code}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={`${id}-reading`}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span id={`${id}-reading`} class={isWrong ? 'field-error' : 'quiet small'}>
        {isWrong ? reading.error : readingWords(numbered, reading.answer)}
      </span>
    </div>
  )
}

function readingWords({ item, options }: NumberedItem, answer: unknown): string {
  if (answer === undefined) return ''
  if (answer === 'dont-know') return `${MISSING_MARKS['dont-know']}: không biết`
  if (answer === 'refused') return `${MISSING_MARKS.refused}: không muốn trả lời`
  if (item.kind === 'text' || item.kind === 'long-text') return ''
  if (typeof answer === 'number') return [String(answer).replace('.', ','), unitOf(item)].join(' ').trim()
  const chosen = [answer].flat()
  return options
    .filter(({ code }) => chosen.includes(code))
    .map(({ label }) => label.vi)
    .join('; ')
}

function unitOf(item: NumberedItem['item']): string {
  return 'unit' in item ? (item.unit?.vi ?? '') : ''
}
