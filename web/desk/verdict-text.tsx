import type { SubIndexEstimate } from '../../analysis/estimation.ts'
import { verdictReason, verdictWord } from './verdict-words.ts'
import { percentText } from './vietnamese-numbers.ts'

/** The verdict in words; where there is none, why. */
export function VerdictText({ estimate }: { estimate: SubIndexEstimate | undefined }) {
  if (estimate === undefined) return <span class="quiet">chưa có kết quả</span>
  const { verdict } = estimate
  if (verdict === null) return <span class="quiet">không có mục tiêu</span>
  const reason = whyNot(estimate)
  return (
    <>
      <span class={`verdict ${verdict.kind}`}>{verdictWord(verdict)}</span>
      {reason !== '' && <span class="reason">{reason}</span>}
    </>
  )
}

/** What is missing first: without a score no link of the scale would help. */
function whyNot({ score, missingWeight, verdict }: SubIndexEstimate): string {
  if (score === null && missingWeight > 0) return `thiếu ${percentText(missingWeight)} trọng số`
  return verdict === null ? '' : verdictReason(verdict)
}
