import { bodyName } from '../definition-lookup.ts'
import { useWave } from '../wave-context.ts'

/** Who asks. */
export function Issuer() {
  const { plan } = useWave()
  return (
    <p class="handout-issuer">
      {bodyName(plan, plan.department)} tỉnh {plan.province.title.vi}
    </p>
  )
}

/** The question that makes somebody stop. */
export function Headline() {
  const { plan } = useWave()
  return (
    <p class="handout-title">
      Doanh nghiệp thấy thủ&nbsp;tục ở {plan.province.title.vi} <em>thế&nbsp;nào?</em>
    </p>
  )
}

/** What to do and how long it takes. */
export function HowToAnswer() {
  const { questionnaire } = useWave()
  return <>Quét mã, trả lời trên điện thoại, khoảng {questionnaire.minutes} phút.</>
}

/** Printed across whatever must never hang on a wall. */
export function DemoMark() {
  const { wave } = useWave()
  return wave.demo ? <p class="handout-demo">Dữ liệu mô phỏng, không phát hành</p> : null
}

/** The address as people type it. */
export function TypedAddress({ url }: { url: string }) {
  return <p class="handout-address">{url.replace(/^https?:\/\//, '')}</p>
}
