import { useState } from 'preact/hooks'
import type { YearForecastsView } from '../../../api/views.ts'
import { putOfficialScores } from '../api-client.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { nameOf } from '../definition-lookup.ts'
import { ProblemNote } from '../problem-note.tsx'
import { TextField } from '../text-field.tsx'
import { useAction } from '../use-resource.ts'
import {
  COMPOSITE,
  draftsOf,
  type OfficialScoreDraft,
  type ReadDrafts,
  readDrafts,
  scaleOf,
} from './official-score-drafts.ts'

interface OfficialScoresFormProps {
  province: string
  year: YearForecastsView
  onSaved: () => Promise<void>
}

/** What VCCI published for the year, typed in by staff. */
export function OfficialScoresForm({ province, year, onSaved }: OfficialScoresFormProps) {
  const [drafts, setDrafts] = useState(() => draftsOf(year))
  const [source, setSource] = useState(year.officials[0]?.source ?? '')
  const [tried, setTried] = useState(false)
  const read = readDrafts(drafts, source)
  const save = async () => {
    await putOfficialScores(year.year, { province, scores: read.scores })
    await onSaved()
  }
  const { busy, problem, run } = useAction(save)
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (read.isReadable && !read.isEmpty) void run()
    else requestAnimationFrame(focusFirstWrong)
  }
  const change = (changed: OfficialScoreDraft) =>
    setDrafts(drafts.map((draft) => (draft.subIndex === changed.subIndex ? changed : draft)))
  return (
    <form class="official-scores" onSubmit={submit} noValidate>
      <OfficialScoresTable
        year={year}
        drafts={drafts}
        wrong={tried ? read.unreadable : []}
        onChange={change}
      />
      <TextField
        label="Nguồn"
        hint={`Ví dụ: Báo cáo PCI ${year.year} của VCCI, ngày công bố, trang.`}
        error={tried && read.lacksSource ? 'Ghi nguồn của các điểm này' : undefined}
        value={source}
        onInput={setSource}
        maxLength={300}
      />
      <p role="alert" class="field-error">
        {tried && read.isEmpty && year.officials.length === 0 && 'Chưa nhập điểm nào.'}
      </p>
      <ProblemNote problem={problem} />
      <SaveLine year={year} read={read} busy={busy} onConfirm={save} />
    </form>
  )
}

interface SaveLineProps {
  year: YearForecastsView
  read: ReadDrafts
  busy: boolean
  onConfirm: () => Promise<void>
}

function SaveLine({ year, read, busy, onConfirm }: SaveLineProps) {
  const { length: stored } = year.officials
  return (
    <div class="actions">
      {read.isReadable && stored > 0 ? (
        <ReplaceButton year={year.year} isEmpty={read.isEmpty} onConfirm={onConfirm} />
      ) : (
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? 'Đang lưu…' : 'Lưu điểm công bố'}
        </button>
      )}
      <span role="status" class="small quiet">
        {stored > 0 && `Máy chủ đang giữ ${stored} điểm công bố.`}
      </span>
    </div>
  )
}

interface ReplaceButtonProps {
  year: number
  isEmpty: boolean
  onConfirm: () => Promise<void>
}

/** What is there is never written over, or taken away, unasked. */
function ReplaceButton({ year, isEmpty, onConfirm }: ReplaceButtonProps) {
  if (isEmpty) {
    return (
      <ConfirmDialog
        label="Xóa điểm công bố"
        kind="warning"
        title={`Xóa mọi điểm công bố năm ${year}?`}
        confirm="Xóa"
        onConfirm={onConfirm}
      >
        <p>
          Các dự báo thôi được chấm và không còn chốt: lần nhập sau sẽ chốt bản kết quả mới nhất lúc đó. Chỉ
          nên xóa khi đã nhập nhầm năm.
        </p>
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog
      label="Lưu điểm công bố"
      title={`Thay điểm công bố năm ${year}?`}
      confirm="Thay điểm"
      onConfirm={onConfirm}
    >
      <p>
        Các điểm đang giữ được thay bằng bảng vừa nhập, ô để trống là bỏ điểm đó. Dự báo đã chốt không đổi;
        sai lệch được tính lại.
      </p>
    </ConfirmDialog>
  )
}

interface OfficialScoresTableProps {
  year: YearForecastsView
  drafts: readonly OfficialScoreDraft[]
  wrong: readonly string[]
  onChange: (draft: OfficialScoreDraft) => void
}

function OfficialScoresTable({ year, drafts, wrong, onChange }: OfficialScoresTableProps) {
  const names = new Map(year.subIndices.map((subIndex) => [subIndex.code, nameOf(subIndex, subIndex.code)]))
  return (
    <table class="figures narrow">
      <caption>Điểm VCCI công bố năm {year.year}; ô để trống là chưa có</caption>
      <thead>
        <tr>
          <th scope="col">Chỉ số thành phần</th>
          <th scope="col">Điểm công bố</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <OfficialScoreRow
            key={draft.subIndex}
            draft={draft}
            name={names.get(draft.subIndex) ?? 'Điểm tổng hợp PCI'}
            isWrong={wrong.includes(draft.subIndex)}
            onChange={onChange}
          />
        ))}
      </tbody>
    </table>
  )
}

interface OfficialScoreRowProps {
  draft: OfficialScoreDraft
  name: string
  isWrong: boolean
  onChange: (draft: OfficialScoreDraft) => void
}

function OfficialScoreRow({ draft, name, isWrong, onChange }: OfficialScoreRowProps) {
  const errorId = `official-${draft.subIndex}-error`
  const [least, most] = scaleOf(draft.subIndex)
  return (
    <tr class={draft.subIndex === COMPOSITE ? 'total' : undefined}>
      <th scope="row" class="name">
        {name}
      </th>
      <td>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          class="figure-input"
          aria-label={`Điểm công bố: ${name}`}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? errorId : undefined}
          value={draft.text}
          onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
        {isWrong && (
          <span id={errorId} class="field-error">
            Nhập số từ {least} đến {most}, nhiều nhất hai chữ số thập phân
          </span>
        )}
      </td>
    </tr>
  )
}

/** With nothing typed at all it is the first field that is wrong. */
function focusFirstWrong() {
  const form = document.querySelector('details[open] > .official-scores')
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true]')
  ;(wrong ?? form?.querySelector('input'))?.focus()
}
