import type { Verdict } from '../../analysis/estimation.ts'
import { verdictReason, verdictWord } from './verdict-words.ts'
import { percentText } from './vietnamese-numbers.ts'

interface VerdictTextProps {
  verdict: Verdict | null
  /** Share of the weight without a value, where that is why there is no score. */
  missingWeight?: number | undefined
}

/** The verdict in words; where there is none, why. */
export function VerdictText({ verdict, missingWeight = 0 }: VerdictTextProps) {
  if (missingWeight > 0) {
    return (
      <>
        <span class="verdict no-verdict">chưa đủ căn cứ</span>
        <span class="reason">thiếu {percentText(missingWeight)} trọng số</span>
      </>
    )
  }
  if (verdict === null) return <span class="quiet">không có mục tiêu</span>
  const reason = verdictReason(verdict)
  return (
    <>
      <span class={`verdict ${verdict.kind}`}>{verdictWord(verdict)}</span>
      {reason !== '' && <span class="reason">{reason}</span>}
    </>
  )
}
