import { useId, useState } from 'preact/hooks'
import type { DefinitionSummary } from '../../../api/views.ts'

interface SourcePickerProps {
  published: readonly DefinitionSummary[]
  chosen: string | undefined
  busy: boolean
  onPublished: (hash: string) => void
  onText: (text: string) => void
}

/** Where the questionnaire comes from: what is published, a file, or what is pasted. */
export function SourcePicker({ published, chosen, busy, onPublished, onText }: SourcePickerProps) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const take = (file: File | null | undefined) => void file?.text().then(onText)
  return (
    <div class="preview-source">
      <div>
        <label htmlFor={`${id}-published`}>Phiếu đã phát hành</label>
        <select
          id={`${id}-published`}
          value={chosen ?? ''}
          onChange={({ currentTarget }) => currentTarget.value && onPublished(currentTarget.value)}
        >
          <option value="">Chọn phiếu…</option>
          {published.map(({ hash, title, id: code, version }) => (
            <option key={hash} value={hash}>{`${title} (${code}, bản ${version})`}</option>
          ))}
        </select>
      </div>
      <div
        class={isOver ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          take(event.dataTransfer?.files[0])
        }}
      >
        <label htmlFor={`${id}-file`}>Mở tệp JSON đang soạn, hoặc kéo thả tệp vào đây</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          aria-disabled={busy}
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0])
            // Emptied, so that the same file mended can be chosen again.
            currentTarget.value = ''
          }}
        />
      </div>
      <PastedText onText={onText} />
    </div>
  )
}

function PastedText({ onText }: Pick<SourcePickerProps, 'onText'>) {
  const id = useId()
  const [text, setText] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim()) onText(text)
  }
  return (
    <details class="small">
      <summary>Dán nội dung JSON</summary>
      <form onSubmit={submit}>
        <label htmlFor={id}>Nội dung của phiếu</label>
        <textarea
          id={id}
          rows={8}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="button button-quiet">
          Kiểm tra và xem thử
        </button>
      </form>
    </details>
  )
}
