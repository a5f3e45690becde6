import type { ScaleReliability } from '../../analysis/reliability/scale-reliability.ts'
import { countText, decimalText } from './vietnamese-numbers.ts'

/** Below this, items of a scale are usually said not to measure one thing. */
const LOW_ALPHA = 0.6

/** What to know of one question among those of its scale; undefined where nothing is odd. */
export function scaleSentence(scale: ScaleReliability, item: string): string | undefined {
  const { items, firms, alpha, reversed } = scale
  const among = `trong ${countText(items.length)} câu cùng mục, cùng thang trả lời (${countText(firms)} doanh nghiệp trả lời đủ)`
  if (reversed.includes(item)) {
    return `Câu này được trả lời ngược chiều với phần lớn các câu khác ${among}: nên xem lại cách đặt câu hoặc chiều đánh giá của chỉ tiêu.`
  }
  if (alpha >= LOW_ALPHA) return undefined
  return `Các câu trả lời ít đi cùng nhau ${among}, hệ số alpha của Cronbach ${decimalText(alpha, 2)}: mỗi câu nói về một việc riêng, không nên coi chúng là cùng đo một điều.`
}
