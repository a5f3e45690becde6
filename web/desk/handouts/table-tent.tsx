import type { LinkView } from '../../../api/views.ts'
import { QrCode } from '../qr-code.tsx'
import { DemoMark, Headline, HowToAnswer, Issuer, TypedAddress } from './handout-words.tsx'

/** A sheet folded into a tent for the counter: a face to either side and a foot to glue. */
export function TableTent({ link }: { link: LinkView }) {
  return (
    <section class="handout tent" aria-label="Thẻ để bàn" lang="vi">
      <TentFace link={link} />
      <TentFace link={link} />
      <div class="tent-foot">
        <p>Phần đế: gập vào trong, dán lên mép đối diện</p>
      </div>
    </section>
  )
}

function TentFace({ link }: { link: LinkView }) {
  return (
    <div class="tent-face">
      <div>
        <DemoMark />
        <Issuer />
        <Headline />
        <p>
          <HowToAnswer /> Không hỏi tên, không lưu giờ gửi. Câu nào không muốn trả lời thì bỏ qua.
        </p>
      </div>
      <div>
        <QrCode text={link.url} label={`Mã QR của ${link.url}`} />
        <TypedAddress url={link.url} />
      </div>
    </div>
  )
}
