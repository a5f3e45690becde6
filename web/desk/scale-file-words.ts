import type { ProblemView, ScaleFileView } from '../../api/views.ts'

type ScaleFile = NonNullable<ScaleFileView['file']>

/** A file that leads to the scale, in a few words. */
export function scaleFileWords(file: ScaleFile): string {
  if (file.format === 'pci-pulse/scale-profile/1')
    return `hồ sơ chỉ tiêu năm ${file.year}, ${file.indicators.length} chỉ tiêu`
  if (file.format === 'pci-pulse/baseline-wave/1')
    return `đợt khảo sát gốc năm ${file.year}, ${file.subIndices.length} chỉ số thành phần`
  return `${file.pairs.length} cặp điểm các năm ${yearsOf(file.pairs)}`
}

function yearsOf(pairs: readonly { readonly year: number }[]): string {
  return [...new Set(pairs.map(({ year }) => year))].toSorted((one, other) => one - other).join(', ')
}

const WORDS: Readonly<Record<string, string>> = {
  another_edition: 'tệp thuộc bộ chỉ số khác',
  bad_shape: 'thiếu hoặc sai dạng',
  duplicate_indicator: 'chỉ tiêu có hai lần',
  duplicate_pair: 'chỉ số và năm này có hai lần',
  duplicate_sub_index: 'chỉ số thành phần có hai lần',
  out_of_range: 'nằm ngoài khoảng thấp nhất–cao nhất',
  range_reversed: 'mức cao nhất không lớn hơn mức thấp nhất',
  score_out_of_scale: 'điểm nằm ngoài thang 1–10',
  since_after_profile: 'năm bắt đầu sau năm của hồ sơ',
  too_few_pairs: 'cần ít nhất ba chỉ số thành phần',
  unknown_indicator: 'bộ chỉ số không có chỉ tiêu này',
  unknown_sub_index: 'bộ chỉ số không có chỉ số thành phần này',
}

/**
 * What was wrong where in a file that was refused.
 *
 * @example
 * scaleFileProblems([{ path: '/pairs', code: 'too_few_pairs' }]) // => ['/pairs: cần ít nhất ba chỉ số thành phần']
 */
export function scaleFileProblems(errors: NonNullable<ProblemView['errors']>): readonly string[] {
  return errors.map(({ path, code }) => `${path || 'Tệp'}: ${WORDS[code] ?? `không hợp lệ (mã ${code})`}`)
}
