import { useState } from 'preact/hooks'
import type { HardValueView } from '../../api/views.ts'
import { getHardValues, putHardValues } from './api-client.ts'
import { type HardValueDraft, draftsOf, readDrafts } from './hard-value-drafts.ts'
import { valueUnit } from './indicator-value.ts'
import { Loaded } from './loaded.tsx'
import { ProblemNote } from './problem-note.tsx'
import { useAction, useResource } from './use-resource.ts'
import { useWave } from './wave-context.ts'

/** Indicators that no firm is asked about: their values and where each comes from. */
export function HardValuesPanel() {
  const { wave } = useWave()
  const stored = useResource(wave.id, () => getHardValues(wave.id))
  return (
    <section aria-labelledby="hard-values">
      <h2 id="hard-values">Số liệu thống kê</h2>
      <p class="small quiet">
        Những chỉ tiêu lấy từ nguồn công khai, không hỏi doanh nghiệp. Ô chưa lưu được điền sẵn giá trị công
        bố gần nhất của tỉnh; sửa theo số mới nhất rồi lưu. Ô để trống là chưa có.
      </p>
      <Loaded resource={stored}>
        {(values) => <HardValuesForm stored={values} onSaved={stored.reload} />}
      </Loaded>
    </section>
  )
}

interface HardValuesFormProps {
  stored: readonly HardValueView[]
  onSaved: () => Promise<void>
}

function HardValuesForm({ stored, onSaved }: HardValuesFormProps) {
  const { wave, edition } = useWave()
  const [drafts, setDrafts] = useState(() => draftsOf(edition, stored))
  const read = readDrafts(drafts)
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAction(async () => {
    await putHardValues(wave.id, read.values)
    await onSaved()
  })
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (read.unreadable.length === 0) void run()
    else requestAnimationFrame(focusFirstWrong)
  }
  const change = (changed: HardValueDraft) =>
    setDrafts(drafts.map((draft) => (draft.indicator.id === changed.indicator.id ? changed : draft)))
  return (
    <form onSubmit={submit} noValidate>
      <HardValuesTable drafts={drafts} wrong={tried ? read.unreadable : []} onChange={change} />
      <ProblemNote problem={problem} />
      <div class="actions">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? 'Đang lưu…' : 'Lưu số liệu'}
        </button>
        <span role="status" class="small quiet">
          {stored.length > 0 &&
            `Máy chủ đang giữ ${stored.length} giá trị. Bấm “Phân tích lại” ở đầu trang để đưa vào kết quả.`}
        </span>
      </div>
    </form>
  )
}

interface HardValuesTableProps {
  drafts: readonly HardValueDraft[]
  wrong: readonly string[]
  onChange: (draft: HardValueDraft) => void
}

function HardValuesTable({ drafts, wrong, onChange }: HardValuesTableProps) {
  return (
    <table class="figures stacking hard-values" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {['Chỉ tiêu', 'Giá trị', 'Nguồn'].map((head) => (
            <th role="columnheader" scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {drafts.map((draft) => (
          <HardValueRow
            key={draft.indicator.id}
            draft={draft}
            isWrong={wrong.includes(draft.indicator.id)}
            onChange={onChange}
          />
        ))}
      </tbody>
    </table>
  )
}

interface HardValueRowProps {
  draft: HardValueDraft
  isWrong: boolean
  onChange: (draft: HardValueDraft) => void
}

function HardValueRow({ draft, isWrong, onChange }: HardValueRowProps) {
  const { indicator, value, source } = draft
  const unit = valueUnit(indicator).suffix.trim()
  const errorId = `hard-${indicator.id}-error`
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="name">
        <span class="code">{indicator.id}</span> {indicator.name.vi}
      </th>
      <td role="cell" data-label="Giá trị">
        <input
          type="text"
          inputMode="decimal"
          class="figure-input"
          aria-label={`Giá trị của chỉ tiêu ${indicator.id}`}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? errorId : undefined}
          value={value}
          onInput={(event) => onChange({ ...draft, value: event.currentTarget.value })}
        />{' '}
        {unit}
        {isWrong && (
          <span id={errorId} class="field-error">
            Nhập một số, ví dụ 12,5, và ghi nguồn
          </span>
        )}
      </td>
      <td role="cell" data-label="Nguồn">
        <input
          type="text"
          maxLength={200}
          aria-label={`Nguồn của chỉ tiêu ${indicator.id}`}
          value={source}
          onInput={(event) => onChange({ ...draft, source: event.currentTarget.value })}
        />
      </td>
    </tr>
  )
}

/** The table is long: what is wrong may be out of sight. */
function focusFirstWrong() {
  document.querySelector<HTMLElement>('.hard-values [aria-invalid=true]')?.focus()
}
