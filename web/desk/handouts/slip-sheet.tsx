import type { LinkView } from '../../../api/views.ts'
import { QrCode } from '../qr-code.tsx'
import { useWave } from '../wave-context.ts'
import { DemoMark, HowToAnswer, TypedAddress } from './handout-words.tsx'

const SLIPS_A_SHEET = 10

/** Slips to hand over with a file that is ready. All alike: nobody can tell who took which. */
export function SlipSheet({ link }: { link: LinkView }) {
  return (
    <section class="handout slips" aria-label="Tờ rời" lang="vi">
      {Array.from({ length: SLIPS_A_SHEET }, (_none, place) => (
        <Slip key={place} link={link} />
      ))}
    </section>
  )
}

function Slip({ link }: { link: LinkView }) {
  const { plan } = useWave()
  return (
    <div class="slip">
      <QrCode text={link.url} label={`Mã QR của ${link.url}`} />
      <div>
        <DemoMark />
        <p class="slip-title">Thủ tục ở {plan.province.title.vi} thế nào?</p>
        <p>
          <HowToAnswer />
        </p>
        <p class="slip-promise">Không hỏi tên. Mọi tờ giống hệt nhau.</p>
        <TypedAddress url={link.url} />
      </div>
    </div>
  )
}
