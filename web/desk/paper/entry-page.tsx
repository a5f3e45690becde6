import { useState } from 'preact/hooks'
import { PageHeading } from '../page-heading.tsx'
import { Trail } from '../trail.tsx'
import { useWave } from '../wave-context.ts'
import { EntryForm } from './entry-form.tsx'

/** Typing paper forms in by the keyboard alone: a mark, Enter, the next question. */
export function EntryPage() {
  const { wave } = useWave()
  const [entered, setEntered] = useState(0)
  return (
    <article>
      <Trail steps={[{ name: 'Thu thập', href: `/desk/waves/${wave.id}` }]} />
      <PageHeading title="Nhập phiếu giấy" />
      {wave.state === 'open' ? (
        <>
          <p class="small quiet">
            Gõ mã in trên phiếu rồi Enter để sang câu sau; phiếu bỏ trống thì chỉ Enter; K là không biết, T là
            không muốn trả lời; ↑ ↓ để đi lại; Ctrl+Enter để gửi. Câu không thuộc diện hỏi tự ẩn đi. Phiếu đã
            gửi chờ chung với các phiếu khác, không xem lại hay sửa được.
          </p>
          <p role="status" class="entry-count">
            {entered > 0 && `Đã gửi ${entered} phiếu từ khi mở trang này.`}
          </p>
          <EntryForm key={entered} onEntered={() => setEntered(entered + 1)} />
        </>
      ) : (
        <p class="note">Đợt này không nhận phiếu: mở đợt trước khi nhập.</p>
      )}
    </article>
  )
}
