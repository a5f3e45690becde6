import type { SensitiveEstimate } from '../../analysis/estimation.ts'
import type { AnswerableItem } from '../../survey-definitions/questionnaire-schema.ts'
import { decimalText, figureText, percentText } from './vietnamese-numbers.ts'

/** What is asked about: the sensitive statement; of a forced response the question itself. */
export function sensitiveStatement(item: AnswerableItem): string {
  if (item.kind === 'list-experiment' || item.kind === 'crosswise') return item.sensitiveStatement.vi
  return item.text.vi
}

const DESIGN_WORDS: Readonly<Record<SensitiveEstimate['design'], string>> = {
  'list-experiment': 'đếm số câu đúng trong danh sách',
  crosswise: 'so hai câu giống hay khác nhau',
  randomised: 'trả lời theo kết quả tung ngẫu nhiên',
}

export function designWords({ design }: Pick<SensitiveEstimate, 'design'>): string {
  return DESIGN_WORDS[design]
}

/** The share and its interval, cut off where no share can be. */
export function shareTexts({ estimate, lower, upper }: SensitiveEstimate): {
  readonly share: string
  readonly interval: string
} {
  return {
    share: figureText(estimate, (share) => percentText(within(share), 1)),
    interval: lower === null || upper === null ? '–' : `${percentOf(lower)}–${percentOf(upper)}%`,
  }
}

function percentOf(share: number): string {
  return decimalText(100 * within(share), 1)
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** Why the figure is missing or should not be leaned on; undefined where nothing speaks against it. */
export function guardWords({ estimate, guards }: SensitiveEstimate): string | undefined {
  if (estimate === null) return 'Quá ít câu trả lời nên không có con số.'
  const words = guards.map((guard) => GUARD_WORDS[guard])
  if (estimate < 0 || estimate > 1) words.push('Ước lượng vượt ra ngoài 0–100%, chứng tỏ sai số còn lớn.')
  return words.length > 0 ? words.join(' ') : undefined
}

const GUARD_WORDS: Readonly<Record<SensitiveEstimate['guards'][number], string>> = {
  'too-few-firms': 'Quá ít doanh nghiệp: sai số trên 10 điểm phần trăm, chưa nên dựa vào.',
  floor:
    'Nhiều doanh nghiệp trả lời không câu nào đúng: lời hứa giữ kín không còn chắc, có thể ước lượng thấp.',
  ceiling:
    'Nhiều doanh nghiệp trả lời mọi câu đều đúng: lời hứa giữ kín không còn chắc, có thể ước lượng thấp.',
}
