import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ProblemNote } from './problem-note.tsx'
import { useAction } from './use-resource.ts'

interface ConfirmDialogProps {
  /** Words of the button that opens it. */
  label: string
  title: string
  /** Words of the button that does it: the act itself, never "OK". */
  confirm: string
  onConfirm: () => Promise<void>
  /** What it means and whether it can be undone. */
  children: ComponentChildren
  kind?: 'plain' | 'warning'
  /** Added to the button for those who hear it out of its row. */
  about?: string
}

/** A button that first says what it will do. Escape and "Thôi" leave everything as it was. */
export function ConfirmDialog({ label, kind = 'plain', about, ...question }: ConfirmDialogProps) {
  const [asking, setAsking] = useState(false)
  const looks = { plain: 'button', warning: 'button button-warning' }[kind]
  return (
    <>
      <button type="button" class={looks} onClick={() => setAsking(true)}>
        {label}
        {about !== undefined && <span class="visually-hidden"> {about}</span>}
      </button>
      {asking && <Question {...question} onClosed={() => setAsking(false)} />}
    </>
  )
}

type QuestionProps = Pick<ConfirmDialogProps, 'title' | 'confirm' | 'onConfirm' | 'children'> & {
  onClosed: () => void
}

function Question({ title, confirm, onConfirm, onClosed, children }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Closed by the browser's own means, which gives the focus back to where it came from.
  const close = () => dialog.current?.close()
  const { busy, problem, run } = useAction(async () => {
    await onConfirm()
    close()
    requestAnimationFrame(keepFocus)
  })
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={titleId} onClose={onClosed}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <ProblemNote problem={problem} />
      <div class="actions">
        <button type="button" class="button button-quiet" onClick={close}>
          Thôi
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={() => void run()}>
          {busy ? 'Đang thực hiện…' : confirm}
        </button>
      </div>
    </dialog>
  )
}

/** The button that asked may be gone with what it did, and the focus with it. */
function keepFocus() {
  if (document.activeElement === document.body) document.getElementById('main')?.focus()
}
