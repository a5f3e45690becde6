import { useId } from 'preact/hooks'

interface TextFieldProps {
  label: string
  hint?: string
  /** Why what was typed cannot be taken. */
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  maxLength?: number
  required?: boolean
  placeholder?: string
}

/** One line of text with its label, and what is wrong with it beside it. */
export function TextField({ label, hint, error, value, onInput, ...limits }: TextFieldProps) {
  const id = useId()
  const hintId = hint && `${id}-hint`
  const errorId = error && `${id}-error`
  return (
    <div class="text-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={hintId} class="hint">
          {hint}
        </p>
      )}
      <input
        {...limits}
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p id={errorId} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
