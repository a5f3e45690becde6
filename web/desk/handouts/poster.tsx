import type { LinkView } from '../../../api/views.ts'
import { QrCode } from '../qr-code.tsx'
import { useWave } from '../wave-context.ts'
import { DemoMark, Headline, HowToAnswer, Issuer, TypedAddress } from './handout-words.tsx'

/** A sheet for the wall. */
export function Poster({ link, size }: { link: LinkView; size: 'a4' | 'a5' }) {
  const { questionnaire } = useWave()
  return (
    <section class={`handout poster poster-${size}`} aria-label="Tờ áp phích" lang="vi">
      <DemoMark />
      <Issuer />
      <Headline />
      <p class="poster-survey">{questionnaire.title.vi}</p>
      <p class="poster-why">
        Câu trả lời của anh/chị cho biết chỗ nào cần sửa trước. <HowToAnswer />
      </p>
      <QrCode text={link.url} label={`Mã QR của ${link.url}`} />
      <TypedAddress url={link.url} />
      <ul class="poster-promises">
        <li>Không hỏi tên doanh nghiệp, mã số thuế, số điện thoại.</li>
        <li>Không lưu địa chỉ mạng, giờ gửi hay thứ tự gửi.</li>
        <li>Chỉ tổng hợp khi có ít nhất 10 phiếu.</li>
        <li>Câu nào không muốn trả lời thì bỏ qua.</li>
      </ul>
    </section>
  )
}
