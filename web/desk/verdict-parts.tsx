import type { Verdict } from '../../analysis/estimation.ts'
import { scoreText } from './vietnamese-numbers.ts'

const PARTS = [
  { part: 'own', name: 'Sai số riêng', why: 'của khảo sát này; giảm khi thêm doanh nghiệp trả lời' },
  {
    part: 'official',
    name: 'Sai số của khảo sát chính thức',
    why: 'cũng là một mẫu; khảo sát này không làm giảm được',
  },
  { part: 'reference', name: 'Dịch chuyển của thang', why: 'thang đổi khi có tỉnh lập mức cao hay thấp mới' },
] as const

/** What the uncertainty of the published score is made of: only the first part is ours to shrink. */
export function VerdictParts({ parts }: { parts: NonNullable<Verdict['parts']> }) {
  const total = Math.hypot(parts.own, parts.official, parts.reference)
  return (
    <section aria-labelledby="verdict-parts">
      <h2 id="verdict-parts">Nhận định dựa trên những sai số nào</h2>
      <table class="figures narrow">
        <caption class="visually-hidden">Độ lệch chuẩn của từng phần, theo điểm</caption>
        <tbody>
          {PARTS.map(({ part, name, why }) => (
            <tr key={part}>
              <th scope="row">
                {name} <span class="agency">{why}</span>
              </th>
              <td class="number">±{scoreText(parts[part])}</td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">
              Gộp lại <span class="agency">căn bậc hai của tổng bình phương</span>
            </th>
            <td class="number">±{scoreText(total)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
