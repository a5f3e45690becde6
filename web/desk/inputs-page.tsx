import { useState } from 'preact/hooks'
import { analyseAgain } from './api-client.ts'
import { HardValuesPanel } from './hard-values-panel.tsx'
import { MarginsPanel } from './margins-panel.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemNote } from './problem-note.tsx'
import { useAction } from './use-resource.ts'
import { dateText } from './vietnamese-numbers.ts'
import { useWave } from './wave-context.ts'

/** What the analysis takes beside the answers: population counts and hard data. */
export function InputsPage() {
  return (
    <article>
      <PageHeading title="Số liệu đầu vào" />
      <p class="quiet small">
        Ngoài câu trả lời, phân tích dùng cơ cấu doanh nghiệp của tỉnh và các số liệu thống kê. Thay đổi ở đây
        chỉ vào kết quả khi phân tích lại.
      </p>
      <AnalyseAgain />
      <MarginsPanel />
      <HardValuesPanel />
    </article>
  )
}

function AnalyseAgain() {
  const { wave, snapshot, reload } = useWave()
  const [done, setDone] = useState(false)
  const { busy, problem, run } = useAction(async () => {
    await analyseAgain(wave.id)
    await reload()
    setDone(true)
  })
  return (
    <section class="analyse-again">
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={wave.released === 0}
          aria-disabled={busy}
          onClick={() => void run()}
        >
          {busy ? 'Đang phân tích…' : 'Phân tích lại'}
        </button>
        <span role="status" class="small quiet">
          {statusWords({ released: wave.released, day: snapshot?.day, done })}
        </span>
      </div>
      <ProblemNote problem={problem} />
    </section>
  )
}

function statusWords({
  released,
  day,
  done,
}: {
  released: number
  day: string | undefined
  done: boolean
}): string {
  if (released === 0) return 'Chưa có phiếu nào được tổng hợp.'
  if (done) return 'Đã phân tích xong; xem trang Kết quả.'
  return day === undefined ? '' : `Bản kết quả hiện tại: ngày ${dateText(day)}.`
}
