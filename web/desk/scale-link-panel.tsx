import { useId, useState } from 'preact/hooks'
import type { WaveView } from '../../api/views.ts'
import { analyseAgain, changeWave } from './api-client.ts'
import { ProblemNote } from './problem-note.tsx'
import { ScaleFilePanel } from './scale-file-panel.tsx'
import { useAction } from './use-resource.ts'
import { useWave } from './wave-context.ts'

const LINKS = [
  {
    value: 'none',
    name: 'Chưa quy về thang công bố',
    why: 'Điểm ở trên thang của bộ chỉ số có sẵn. Trang kết quả không nhận định đạt hay khó đạt.',
  },
  {
    value: 'edition',
    name: 'Quy theo bộ chỉ số, thang gần đúng',
    why: 'Coi thang của bộ chỉ số là thang sẽ công bố, và cộng vào sai số phần thang có thể đã dịch chuyển từ năm bộ chỉ số được biết. Nhận định khi đó là gần đúng.',
  },
] as const satisfies readonly { value: WaveView['scaleLink']; name: string; why: string }[]

/** Whether scores are taken to be on the scale of the targets: without it there is no verdict. */
export function ScaleLinkPanel() {
  const { wave, reload } = useWave()
  const group = useId()
  const [chosen, setChosen] = useState(wave.scaleLink)
  const { busy, problem, run } = useAction(async (scaleLink: WaveView['scaleLink']) => {
    setChosen(scaleLink)
    await changeWave(wave.id, { scaleLink })
    if (wave.released > 0) await analyseAgain(wave.id)
    await reload()
  })
  return (
    <section aria-labelledby="scale-link">
      <h2 id="scale-link">Quy về thang điểm của mục tiêu</h2>
      <p class="small quiet">
        Mục tiêu như “từ 7,7 điểm” nằm trên thang sẽ công bố, mà hai đầu thang phụ thuộc kết quả của mọi tỉnh.
        So sánh chỉ đúng khi điểm ước lượng ở cùng thang đó.
      </p>
      <fieldset class="choices" aria-busy={busy}>
        <legend class="visually-hidden">Cách quy thang</legend>
        {LINKS.map(({ value, name, why }) => (
          <label key={value}>
            <input
              type="radio"
              name={group}
              value={value}
              checked={(busy ? chosen : wave.scaleLink) === value}
              onChange={() => void run(value)}
            />
            <span>
              {name} <span class="agency">{why}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p role="status" class="small quiet">
        {busy && 'Đang phân tích lại…'}
      </p>
      <ProblemNote problem={problem} />
      <ScaleFilePanel />
    </section>
  )
}
