import { useEffect, useRef, useState } from 'preact/hooks'
import { newSubmissionKey } from '../../respond/submission-key.ts'
import { sendEntry } from '../api-client.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { useAction } from '../use-resource.ts'
import { useWave } from '../wave-context.ts'
import { EntryRow } from './entry-row.tsx'
import { readForm } from './read-form.ts'
import { fieldsOf, useFieldKeys } from './use-field-keys.ts'

const NEEDED = { error: 'Cần có mã, vì câu sau hỏi theo câu này; phiếu bỏ trống thì gõ T' }

/** One paper form being typed. */
export function EntryForm({ onEntered }: { onEntered: () => void }) {
  const { wave, questionnaire } = useWave()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  // One key a form: a second try of the same form is the same submission.
  const [key] = useState(newSubmissionKey)
  const [isTried, setIsTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { asked, answers, wrong } = readForm(questionnaire, typed)
  const isEmpty = Object.values(typed).every((text) => text.trim() === '')
  useFieldKeys(form)
  useWarningBeforeLeaving(!isEmpty)

  const { busy, problem, run } = useAction(async () => {
    if (isEmpty) return
    setIsTried(true)
    const [first] = wrong
    if (first) {
      fieldsOf(form.current)
        .find(({ name }) => name === first.numbered.item.code)
        ?.focus()
      return
    }
    await sendEntry(wave.id, { key, questionnaire: wave.questionnaire, answers })
    onEntered()
  })
  const submit = (event: Event) => {
    event.preventDefault()
    void run()
  }
  return (
    <form ref={form} onSubmit={submit}>
      {asked.map(({ numbered, typed: text, reading, isMissing }) => (
        <EntryRow
          key={numbered.item.code}
          numbered={numbered}
          typed={text}
          reading={isTried && isMissing ? NEEDED : reading}
          onType={(next) => setTyped({ ...typed, [numbered.item.code]: next })}
        />
      ))}
      <ProblemNote problem={problem} />
      <EntryActions
        busy={busy}
        isEmpty={isEmpty}
        wrong={isTried ? wrong.length : 0}
        onStartOver={async () => setTyped({})}
      />
    </form>
  )
}

interface EntryActionsProps {
  busy: boolean
  isEmpty: boolean
  /** Questions to look at before the form can be sent. */
  wrong: number
  onStartOver: () => Promise<void>
}

function EntryActions({ busy, isEmpty, wrong, onStartOver }: EntryActionsProps) {
  return (
    <div class="actions">
      <button type="submit" class="button" aria-disabled={busy || isEmpty}>
        {busy ? 'Đang gửi…' : 'Gửi và nhập phiếu tiếp theo'}
      </button>
      <StartOver onConfirm={onStartOver} />
      {wrong > 0 && <span class="small">Còn {wrong} câu chưa điền hoặc gõ chưa đúng.</span>}
    </div>
  )
}

function StartOver({ onConfirm }: { onConfirm: () => Promise<void> }) {
  return (
    <ConfirmDialog
      label="Xóa những gì đã gõ"
      about="của phiếu này"
      kind="warning"
      title="Xóa những gì đã gõ?"
      confirm="Xóa"
      onConfirm={onConfirm}
    >
      <p>Phiếu đang nhập chưa gửi. Những gì đã gõ sẽ mất.</p>
    </ConfirmDialog>
  )
}

function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (isNeeded) addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
