import type { EstimationWarning } from '../../analysis/estimation.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { itemByCode, nameOf } from './definition-lookup.ts'
import type { WaveContents } from './wave-context.ts'

const WORDS: Readonly<Record<EstimationWarning['code'], string>> = {
  'indicator-missing': 'Chưa có giá trị, trọng số được chia lại cho các chỉ tiêu khác',
  'sub-index-withheld': 'Chưa tính điểm vì thiếu quá một phần ba trọng số',
  'composite-partial':
    'Điểm tổng hợp thiếu chỉ tiêu hoặc chỉ số thành phần, trọng số được chia lại cho phần còn lại',
  'margin-level-empty': 'Có nhóm trong cơ cấu tổng thể mà chưa doanh nghiệp nào trả lời',
  'margin-level-missing':
    'Có nhóm doanh nghiệp đã trả lời nhưng chưa có trong cơ cấu tổng thể, quyền số giữ nguyên',
  'margin-totals-differ': 'Tổng số doanh nghiệp của các cơ cấu tổng thể chênh nhau quá 1 %',
  'stratifier-unknown': 'Trên 5 % doanh nghiệp chưa cho biết thuộc nhóm nào, kết quả có thể lệch',
  'one-answer': 'Chỉ có một câu trả lời nên chưa tính điểm, trọng số được chia lại cho các chỉ tiêu khác',
  'margin-not-met': 'Quyền số chưa khớp với cơ cấu tổng thể',
  'few-answers': 'Ít câu trả lời, đọc thận trọng',
  'weights-inferred': 'Trọng số điểm tổng hợp được suy ra từ kết quả công bố, chưa phải số chính thức',
  'anchor-extended': 'Giá trị vượt biên đã biết của thang, biên được mở rộng tới giá trị đó',
  'anchor-held': 'Giá trị vượt biên của thang, điểm được giữ ở mức biên nên sai số bị tính thiếu',
}

interface EstimationWarningsProps {
  contents: WaveContents
  warnings: readonly EstimationWarning[]
}

/** What a reader of the figures must know, one line a kind, folded below the table. */
export function EstimationWarnings({ contents, warnings }: EstimationWarningsProps) {
  if (warnings.length === 0) return null
  const kinds = [...new Set(warnings.map(({ code }) => code))]
  return (
    <details class="warnings small">
      <summary>Lưu ý khi đọc kết quả ({kinds.length})</summary>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{WORDS[kind]}</dt>
            <dd>
              {listed(
                contents,
                warnings.filter(({ code }) => code === kind),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const LISTED = 12

function listed(contents: WaveContents, warnings: readonly EstimationWarning[]): string {
  const names = [...new Set(warnings.map(({ about }) => nameOfSubject(contents, about)))].filter(Boolean)
  const rest = names.length - LISTED
  return names.slice(0, LISTED).join('; ') + (rest > 0 ? ` và ${rest} mục khác` : '')
}

/** A warning is about a sub-index, an indicator or an item. */
function nameOfSubject({ edition, questionnaire }: WaveContents, about: string): string {
  const subIndex = edition.subIndices.find(({ code }) => code === about)
  if (subIndex !== undefined) return nameOf(subIndex, about)
  if (about === 'composite') return 'Điểm tổng hợp'
  if (edition.indicators.some(({ id }) => id === about)) return about
  const [code = '', option] = about.split(/[.:]/)
  const item = itemByCode(questionnaire, code)
  if (item === undefined) return about
  const label = optionsOf(questionnaire, item).find(({ code: known }) => known === option)?.label.vi ?? option
  return label === undefined ? item.text.vi : `${item.text.vi} (${label})`
}
