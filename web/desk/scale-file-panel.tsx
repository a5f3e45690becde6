import { useId } from 'preact/hooks'
import type { ScaleFileView } from '../../api/views.ts'
import { type ApiProblem, analyseAgain, deleteScaleFile, getScaleFile, putScaleFile } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { ProblemNote } from './problem-note.tsx'
import { scaleFileProblems, scaleFileWords } from './scale-file-words.ts'
import { useAction, useResource } from './use-resource.ts'
import { useWave } from './wave-context.ts'

/** A file that leads the scores to the published scale better than the edition alone. */
export function ScaleFilePanel() {
  const { wave, reload } = useWave()
  const stored = useResource(wave.id, () => getScaleFile(wave.id))
  const { busy, problem, run } = useAction(async (change: () => Promise<ScaleFileView>) => {
    await change()
    await stored.reload()
    if (wave.released === 0) return
    await analyseAgain(wave.id)
    await reload()
  })
  return (
    <details class="small">
      <summary>Quy bằng tệp số liệu</summary>
      <p>
        Có thể nạp một trong ba loại tệp JSON: hồ sơ chỉ tiêu VCCI gửi tỉnh (<code>scale-profile</code>, mở
        rộng thang của bộ chỉ số), điểm đợt khảo sát gốc cùng điểm công bố năm đó (<code>baseline-wave</code>
        ), hoặc điểm tự khảo sát và điểm công bố của các năm trước (<code>past-pairs</code>). Hai loại sau
        thay cho lựa chọn ở trên.
      </p>
      <Loaded resource={stored}>
        {({ file }) => (
          <StoredFile file={file} busy={busy} onRemove={() => void run(() => deleteScaleFile(wave.id))} />
        )}
      </Loaded>
      <FileField busy={busy} onChosen={(file) => void run(() => putScaleFile(wave.id, file))} />
      <ProblemNote problem={problem} />
      {problem && <FileProblems problem={problem} />}
    </details>
  )
}

interface StoredFileProps extends ScaleFileView {
  busy: boolean
  onRemove: () => void
}

function StoredFile({ file, busy, onRemove }: StoredFileProps) {
  if (file === null) return <p class="quiet">Chưa nạp tệp nào.</p>
  return (
    <p>
      Đang dùng: <strong>{scaleFileWords(file)}</strong>.{' '}
      <button type="button" class="link" aria-disabled={busy} onClick={onRemove}>
        Gỡ tệp
      </button>
    </p>
  )
}

function FileField({ busy, onChosen }: { busy: boolean; onChosen: (file: File) => void }) {
  const field = useId()
  return (
    <div class="inline-form">
      <label htmlFor={field}>Tải lên tệp JSON, thay tệp đang có</label>
      <input
        id={field}
        type="file"
        accept=".json,application/json"
        aria-disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Emptied, so that the same file mended can be chosen again.
          event.currentTarget.value = ''
          if (file) onChosen(file)
        }}
      />
      <p role="status">{busy && 'Đang nạp và phân tích lại…'}</p>
    </div>
  )
}

function FileProblems({ problem }: { problem: ApiProblem }) {
  const words = scaleFileProblems(problem.errors)
  if (words.length === 0) return null
  return (
    <ul>
      {words.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
