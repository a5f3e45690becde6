import { useState } from 'preact/hooks'

/** Copies a text; says when it is done, and when the browser would not. */
export function CopyButton({ text, about }: { text: string; about: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Đã chép')
    } catch {
      setSaid('Trình duyệt không cho chép; hãy bôi đen địa chỉ rồi chép tay.')
    }
  }
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => void copy()}>
        Chép địa chỉ<span class="visually-hidden"> {about}</span>
      </button>
      <span role="status" class="small quiet">
        {said}
      </span>
    </>
  )
}
