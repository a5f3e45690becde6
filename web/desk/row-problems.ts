import type { ProblemView } from '../../api/views.ts'

const WORDS: Readonly<Record<string, string>> = {
  all_zero: 'mọi số của một câu hỏi đều là 0',
  bad_count: 'số doanh nghiệp phải là số từ 0 trở lên, không có dấu cách',
  bad_csv: 'không phải CSV có ba cột item,option,count',
  cell_count: 'số ô khác với dòng đầu; phải có đúng ba ô: item, option, count',
  duplicate_option: 'phương án đã có ở dòng trên',
  not_single: 'câu hỏi này không phải câu chọn một phương án',
  unknown_item: 'không có câu hỏi nào mang mã này',
  unknown_option: 'câu hỏi không có phương án mang mã này',
}

/**
 * What was wrong in which row of a table that was refused.
 *
 * @example
 * rowProblems([{ path: '/3', code: 'duplicate_option' }]) // => ['Dòng 3: phương án đã có ở dòng trên']
 */
export function rowProblems(errors: NonNullable<ProblemView['errors']>): readonly string[] {
  return errors.map(({ path, code }) => {
    const row = /\d+/.exec(path)?.[0]
    const words = WORDS[code] ?? `không hợp lệ (mã ${code})`
    return row === undefined ? `Tệp: ${words}` : `Dòng ${row}: ${words}`
  })
}
