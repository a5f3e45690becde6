import type { ProblemView } from '../../api/views.ts'

const WORDS: Readonly<Record<string, string>> = {
  unknown_item: 'câu hỏi không có trong phiếu hoặc không dùng để phân nhóm',
  unknown_option: 'phương án không có trong câu hỏi',
  duplicate: 'phương án đã có ở dòng trên',
  duplicate_row: 'phương án đã có ở dòng trên',
  bad_count: 'số doanh nghiệp phải là số nguyên từ 0 trở lên',
  bad_header: 'dòng đầu phải là item,option,count',
  bad_row: 'phải có đúng ba ô: item, option, count',
  unknown_indicator: 'không phải chỉ tiêu thống kê của bộ chỉ số',
  duplicate_indicator: 'chỉ tiêu có hai lần',
  not_finite: 'giá trị phải là số',
  out_of_range: 'giá trị ngoài phạm vi',
  required: 'còn thiếu',
  too_long: 'quá dài',
}

/**
 * What was wrong in which row of a table that was refused.
 *
 * @example
 * rowProblems([{ path: '/rows/3/count', code: 'bad_count' }]) // => ['Dòng 3: số doanh nghiệp phải là số nguyên từ 0 trở lên']
 */
export function rowProblems(errors: NonNullable<ProblemView['errors']>): readonly string[] {
  return errors.map(({ path, code }) => {
    const row = /\d+/.exec(path)?.[0]
    const words = WORDS[code] ?? `không hợp lệ (mã ${code})`
    return row === undefined ? `Tệp: ${words}` : `Dòng ${row}: ${words}`
  })
}
