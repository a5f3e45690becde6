import { useState } from 'preact/hooks'
import { changeWave } from './api-client.ts'
import { ProblemNote } from './problem-note.tsx'
import { TextField } from './text-field.tsx'
import { useAction } from './use-resource.ts'
import { useWave } from './wave-context.ts'

/** Renames a wave: the name is for the desk only. */
export function WaveTitleForm() {
  const { wave, reload } = useWave()
  const [title, setTitle] = useState(wave.title)
  const [saved, setSaved] = useState(false)
  const isSame = title.trim() === wave.title
  const { busy, problem, run } = useAction(async () => {
    await changeWave(wave.id, { title: title.trim() })
    await reload()
    setSaved(true)
  })
  const submit = (event: Event) => {
    event.preventDefault()
    if (!isSame) void run()
  }
  return (
    <form class="inline-form" onSubmit={submit}>
      <h2>Tên đợt</h2>
      <div class="field-row">
        <TextField
          label="Tên hiện trên bàn điều hành"
          required
          maxLength={120}
          value={title}
          onInput={(typed) => {
            setTitle(typed)
            setSaved(false)
          }}
        />
        <button type="submit" class="button button-quiet" aria-disabled={busy || isSame}>
          Đổi tên
        </button>
      </div>
      <p role="status" class="small quiet">
        {saved && 'Đã đổi tên.'}
      </p>
      <ProblemNote problem={problem} />
    </form>
  )
}
