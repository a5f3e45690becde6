import { useState } from 'preact/hooks'

interface CopyButtonProps {
  readonly label: string
  /** What a screen reader hears after the label: which of several. */
  readonly about: string
  readonly text: string
}

/** Copies a text; says when it is done, and when the browser would not. */
export function CopyButton({ label, about, text }: CopyButtonProps) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Đã chép')
    } catch {
      setSaid('Trình duyệt không cho chép; hãy bôi đen rồi chép tay.')
    }
  }
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => void copy()}>
        {label}
        <span class="visually-hidden"> {about}</span>
      </button>
      <span role="status" class="small quiet">
        {said}
      </span>
    </>
  )
}
