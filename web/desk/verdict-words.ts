import type { Verdict } from '../../analysis/estimation.ts'

const KINDS = {
  'on-track': 'đạt',
  'off-track': 'khó đạt',
  'too-close': 'chưa rõ',
  'no-verdict': 'chưa đủ căn cứ',
} as const satisfies Record<Verdict['kind'], string>

const REASONS = {
  'margins-not-met': 'quyền số chưa khớp với cơ cấu tổng thể',
  'scale-not-linked': 'chưa quy về thang điểm công bố',
  'sub-index-not-linked': 'cách quy thang đã chọn không có chỉ số này',
  'no-score': 'chưa tính được điểm',
  'too-few-firms': 'chưa đủ 10 doanh nghiệp trả lời',
  'no-error': 'chưa tính được sai số',
} as const satisfies Record<NonNullable<Verdict['reason']>, string>

/** By which way scores are led to the published scale. */
export const LINK_WORDS = {
  edition: 'theo thang của bộ chỉ số',
  'baseline-wave': 'theo mức thay đổi so với đợt khảo sát gốc',
  'past-pairs': 'hiệu chỉnh theo các năm có cả điểm tự khảo sát và điểm công bố',
} as const satisfies Record<NonNullable<Verdict['scaleLink']>, string>

/** A verdict in the words of the page. */
export function verdictWord({ kind }: Verdict): string {
  return KINDS[kind]
}

/** Why there is no verdict, or an empty text where there is one. */
export function verdictReason({ reason }: Verdict): string {
  return reason === null ? '' : REASONS[reason]
}

/** By which way the score was led to the published scale; undefined where it was not. */
export function scaleWords({ scaleLink, isApproximate }: Verdict): string | undefined {
  if (!scaleLink) return undefined
  return isApproximate ? `${LINK_WORDS[scaleLink]}, thang gần đúng` : LINK_WORDS[scaleLink]
}

/**
 * How the verdicts stand together, in plain words.
 *
 * @example
 * verdictSummary([onTrack, onTrack, tooClose]) // => '2 đạt, 1 chưa rõ'
 */
export function verdictSummary(verdicts: readonly Verdict[]): string {
  return (['on-track', 'too-close', 'off-track', 'no-verdict'] as const)
    .map((kind) => ({ kind, count: verdicts.filter((verdict) => verdict.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${KINDS[kind]}`)
    .join(', ')
}
