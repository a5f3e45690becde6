import type { Verdict } from '../../analysis/estimation.ts'
import { scoreText } from './vietnamese-numbers.ts'

type Parts = NonNullable<Verdict['parts']>

const PARTS = [
  { part: 'own', name: 'Sai số riêng', why: 'của khảo sát này; giảm khi thêm doanh nghiệp trả lời' },
  {
    part: 'official',
    name: 'Sai số của khảo sát chính thức',
    why: 'cũng là một mẫu; khảo sát này không làm giảm được',
  },
  {
    part: 'bias',
    name: 'Độ chệch do tự đánh giá',
    why: 'chênh lệch giữa tự khảo sát và khảo sát chính thức',
  },
  { part: 'reference', name: 'Dịch chuyển của thang', why: 'thang đổi khi có tỉnh lập mức cao hay thấp mới' },
  { part: 'link', name: 'Công thức quy điểm', why: 'phần công thức gần đúng của bộ chỉ số còn để lại' },
  { part: 'hard', name: 'Số liệu thống kê', why: 'sai số của chính số liệu nhập vào' },
] as const satisfies readonly { part: keyof Parts; name: string; why: string }[]

/** Parts that many sub-indices do not have. */
const WHERE_THERE = new Set<keyof Parts>(['link', 'hard'])

/** What the uncertainty of the published score is made of: only the first part is ours to shrink. */
export function VerdictParts({ parts }: { parts: Parts }) {
  const shown = PARTS.filter(({ part }) => !WHERE_THERE.has(part) || (parts[part] ?? 0) > 0)
  const total = Math.hypot(...PARTS.map(({ part }) => parts[part] ?? 0))
  return (
    <section aria-labelledby="verdict-parts">
      <h2 id="verdict-parts">Nhận định dựa trên những sai số nào</h2>
      <table class="figures narrow">
        <caption class="visually-hidden">Độ lệch chuẩn của từng phần, theo điểm</caption>
        <tbody>
          {shown.map(({ part, name, why }) => (
            <tr key={part}>
              <th scope="row">
                {name} <span class="agency">{why}</span>
              </th>
              <td class="number">{errorText(parts[part])}</td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">
              Gộp lại <span class="agency">căn bậc hai của tổng bình phương</span>
            </th>
            <td class="number">{errorText(total)}</td>
          </tr>
        </tbody>
      </table>
      {parts.bias === null && (
        <p class="small quiet">
          Độ chệch do tự đánh giá chưa biết nên chưa tính vào; muốn biết cần điểm tự khảo sát và điểm công bố
          của các năm trước.
        </p>
      )}
    </section>
  )
}

function errorText(error: number | null | undefined): string {
  return error === null || error === undefined ? 'chưa biết' : `±${scoreText(error)}`
}
