import type { Estimation } from '../../analysis/estimation.ts'
import { nameOf } from './definition-lookup.ts'
import { countRows } from './joint-words.ts'
import { probabilityText } from './vietnamese-numbers.ts'
import type { WaveContents } from './wave-context.ts'

interface JointVerdictProps {
  contents: WaveContents
  joint: NonNullable<Estimation['joint']>
}

/** How many worst placed sub-indices are named. */
const NAMED = 3

/** The targets taken together: how many are likely to be met, and which is likeliest to be missed. */
export function JointVerdictSection({ contents: { edition }, joint }: JointVerdictProps) {
  const name = (code: string) =>
    edition.subIndices.flatMap((subIndex) => (subIndex.code === code ? [nameOf(subIndex, code)] : []))[0] ??
    code
  return (
    <section aria-labelledby="joint-verdict">
      <h2 id="joint-verdict">Các mục tiêu xét cùng lúc</h2>
      <p class="small quiet">
        Tính trên {joint.subIndices.length} chỉ số thành phần có nhận định, kể cả việc các điểm cùng lên cùng
        xuống vì cùng hỏi một nhóm doanh nghiệp.
      </p>
      <div class="joint-tables">
        <table class="figures narrow">
          <caption>Đạt ít nhất</caption>
          <tbody>
            {countRows(joint).map(({ count, probability }) => (
              <tr key={count}>
                <th scope="row">{count} mục tiêu</th>
                <td class="number">{probabilityText(probability)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <h3>Dễ hụt nhất</h3>
          <ol>
            {joint.failing.slice(0, NAMED).map(({ code, fails, largestShortfall }) => (
              <li key={code}>
                {name(code)}: {probabilityText(fails)}{' '}
                <span class="agency">hụt nhiều điểm nhất: {probabilityText(largestShortfall)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}
