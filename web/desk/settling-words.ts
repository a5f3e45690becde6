import type { Verdict } from '../../analysis/estimation.ts'
import { countText, probabilityText } from './vietnamese-numbers.ts'

type Settling = NonNullable<Verdict['settling']>

/** What more answers would do for a verdict, in plain sentences; none where it is clear already. */
export function settlingSentences(settling: Settling, firms: number): readonly string[] {
  return [...needSentences(settling, firms), ...plannedSentence(settling)]
}

function needSentences(
  { isSettled, cannotSettle, firms, firmsIfRight, reachable }: Settling,
  present: number,
): readonly string[] {
  if (isSettled) return []
  if (cannotSettle)
    return [
      `Nếu điểm giữ như hiện nay, có thêm phiếu cũng không phân định được: ${whyNot(firmsIfRight, reachable)}.`,
    ]
  const needed =
    firmsIfRight === null
      ? 'Nếu điểm giữ như hiện nay thì bao nhiêu phiếu cũng chưa phân định được.'
      : `Nếu điểm giữ như hiện nay, cần khoảng ${countText(firmsIfRight)} doanh nghiệp trả lời mới phân định được (hiện có ${countText(present)}).`
  const sure =
    firms === null
      ? 'Không số phiếu nào bảo đảm chín phần mười là sẽ rõ, vì điểm còn có thể đổi khi có thêm phiếu.'
      : `Muốn chắc chín phần mười là sẽ rõ, cần khoảng ${countText(firms)}.`
  return [needed, sure]
}

function whyNot(firmsIfRight: number | null, reachable: number | null): string {
  if (firmsIfRight === null || reachable === null)
    return 'phần sai số không giảm theo số phiếu đã quá lớn so với khoảng cách tới mục tiêu'
  return `cần khoảng ${countText(firmsIfRight)} doanh nghiệp trả lời, mà cả tỉnh chỉ có ${countText(reachable)}`
}

function plannedSentence({ planned }: Settling): readonly string[] {
  if (!planned) return []
  const { firms, onTrack, offTrack } = planned
  const open = Math.max(0, 1 - onTrack - offTrack)
  return [
    `Khi có đủ ${countText(firms)} phiếu: khả năng nhận định “đạt” ${probabilityText(onTrack)}, “khó đạt” ${probabilityText(offTrack)}, vẫn chưa rõ ${probabilityText(open)}.`,
  ]
}
