import { type RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Enter and the arrows go from field to field of a form, Ctrl+Enter sends it. */
export function useFieldKeys(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const { current } = form
    const listen = (event: KeyboardEvent) => moveByKey(event, current)
    current?.addEventListener('keydown', listen)
    fieldsOf(current)[0]?.focus()
    return () => current?.removeEventListener('keydown', listen)
  }, [form])
}

/** The text fields of a form, from the first to the last. */
export function fieldsOf(form: HTMLFormElement | null): readonly HTMLInputElement[] {
  return [...(form?.querySelectorAll('input') ?? [])]
}

function moveByKey(event: KeyboardEvent, form: HTMLFormElement | null): void {
  const fields = fieldsOf(form)
  const at = fields.findIndex((field) => field === event.target)
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault()
    form?.requestSubmit()
  } else if (at >= 0 && ['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault()
    const next = fields[at + (event.key === 'ArrowUp' ? -1 : 1)]
    next?.focus()
    next?.select()
  }
}
