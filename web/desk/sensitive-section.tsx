import type { SensitiveEstimate } from '../../analysis/estimation.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { itemByCode } from './definition-lookup.ts'
import { designWords, guardWords, sensitiveStatement, shareTexts } from './sensitive-words.ts'
import { countText, percentText } from './vietnamese-numbers.ts'

interface SensitiveSectionProps {
  questionnaire: Questionnaire
  sensitive: readonly SensitiveEstimate[]
  confidence: number
}

/** How many firms the statements are true of that nobody is asked about directly. */
export function SensitiveSection({ questionnaire, sensitive, confidence }: SensitiveSectionProps) {
  if (sensitive.length === 0) return null
  return (
    <section aria-labelledby="sensitive-statements">
      <h2 id="sensitive-statements">Câu hỏi gián tiếp</h2>
      <p class="small quiet">
        Có yếu tố ngẫu nhiên xen giữa sự thật và câu trả lời, nên chỉ ước lượng được tỷ lệ chung, không biết
        được doanh nghiệp nào đã trả lời gì.
      </p>
      <table class="figures stacking" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Nội dung
            </th>
            <th role="columnheader" scope="col" class="number">
              Tỷ lệ
            </th>
            <th role="columnheader" scope="col" class="number">
              Khoảng {percentText(confidence)}
            </th>
            <th role="columnheader" scope="col" class="number">
              Số trả lời
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sensitive.map((one) => (
            <SensitiveRow key={one.item} questionnaire={questionnaire} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SensitiveRow({ questionnaire, one }: { questionnaire: Questionnaire; one: SensitiveEstimate }) {
  const item = itemByCode(questionnaire, one.item)
  const { share, interval } = shareTexts(one)
  const guard = guardWords(one)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {item ? sensitiveStatement(item) : one.item}{' '}
        <span class="agency">
          Câu {one.item}, {designWords(one)}.{guard && ` ${guard}`}
        </span>
      </th>
      <td role="cell" class="number" data-label="Tỷ lệ">
        {share}
      </td>
      <td role="cell" class="number" data-label="Khoảng tin cậy">
        {interval}
      </td>
      <td role="cell" class="number" data-label="Số trả lời">
        {countText(one.answers)}
      </td>
    </tr>
  )
}
