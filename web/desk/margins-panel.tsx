import { useId, useState } from 'preact/hooks'
import type { MarginView } from '../../api/views.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { type ApiProblem, getMargins, putMargins } from './api-client.ts'
import { itemByCode } from './definition-lookup.ts'
import { Loaded } from './loaded.tsx'
import { ProblemNote } from './problem-note.tsx'
import { rowProblems } from './row-problems.ts'
import { optionLabel } from './rule-words.ts'
import { useAction, useResource } from './use-resource.ts'
import { countText, percentText } from './vietnamese-numbers.ts'
import { useWave } from './wave-context.ts'

/** Population counts by which answers are weighted: what is loaded, and a way to load others. */
export function MarginsPanel() {
  const { wave, questionnaire } = useWave()
  const margins = useResource(wave.id, () => getMargins(wave.id))
  return (
    <section aria-labelledby="margins">
      <h2 id="margins">Cơ cấu tổng thể</h2>
      <p class="small quiet">
        Số doanh nghiệp của tỉnh theo loại hình, ngành, quy mô… từ cơ quan đăng ký kinh doanh hoặc thống kê.
        Khi có, câu trả lời được gia quyền cho khớp với cơ cấu này; khi chưa có, mọi phiếu nặng như nhau.
      </p>
      <Loaded resource={margins}>
        {(list) =>
          list.length === 0 ? (
            <p>Chưa nạp cơ cấu nào.</p>
          ) : (
            <MarginTables questionnaire={questionnaire} margins={list} />
          )
        }
      </Loaded>
      <MarginsUpload onLoaded={margins.reload} />
    </section>
  )
}

interface MarginTablesProps {
  questionnaire: Questionnaire
  margins: readonly MarginView[]
}

function MarginTables({ questionnaire, margins }: MarginTablesProps) {
  const items = [...new Set(margins.map(({ item }) => item))]
  return (
    <div class="margin-tables">
      {items.map((item) => {
        const rows = margins.filter((margin) => margin.item === item)
        const total = rows.reduce((sum, { count }) => sum + count, 0)
        return (
          <table class="figures" key={item}>
            <caption>{itemByCode(questionnaire, item)?.text.vi ?? item}</caption>
            <tbody>
              {rows.map(({ option, count }) => (
                <tr key={option}>
                  <th scope="row">{optionLabel(questionnaire, item, option)}</th>
                  <td class="number">{countText(count)}</td>
                  <td class="number">{percentText(count / total, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}

function MarginsUpload({ onLoaded }: { onLoaded: () => Promise<void> }) {
  const { wave, questionnaire } = useWave()
  const field = useId()
  const [rows, setRows] = useState<number>()
  const { busy, problem, run } = useAction(async (file: File) => {
    setRows(undefined)
    const margins = await putMargins(wave.id, file)
    await onLoaded()
    setRows(margins.length)
  })
  return (
    <div class="inline-form">
      <label htmlFor={field}>Tải lên tệp CSV, thay toàn bộ bảng đang có</label>
      <input
        id={field}
        type="file"
        accept=".csv,text/csv"
        aria-disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Emptied, so that the same file mended can be chosen again.
          event.currentTarget.value = ''
          if (file) void run(file)
        }}
      />
      <p role="status" class="small">
        {busy && 'Đang nạp…'}
        {rows !== undefined && `Đã nạp ${countText(rows)} dòng. Bấm “Phân tích lại” để đưa vào kết quả.`}
      </p>
      <ProblemNote problem={problem} />
      {problem && <RowProblemList problem={problem} />}
      <details class="small">
        <summary>Dạng của tệp</summary>
        <p>
          Ba cột <code>item,option,count</code>, mã UTF-8. Các mã dùng được với phiếu này, thay số 0 bằng số
          doanh nghiệp:
        </p>
        <pre>{marginsForm(questionnaire)}</pre>
      </details>
    </div>
  )
}

function RowProblemList({ problem }: { problem: ApiProblem }) {
  const rows = rowProblems(problem.errors)
  if (rows.length === 0) return null
  return (
    <ul class="small">
      {rows.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** A file of nothing but noughts, to be filled in. */
function marginsForm(questionnaire: Questionnaire): string {
  const lines = questionnaire.sections
    .flatMap(({ items }) => items)
    .filter((item) => item.kind !== 'note' && item.stratifier)
    .flatMap((item) => optionsOf(questionnaire, item).map(({ code }) => `${item.code},${code},0`))
  return ['item,option,count', ...lines].join('\n')
}
