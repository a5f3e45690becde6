import type { CarelessEffect } from '../../analysis/careless/careless-effect.ts'
import { carelessSentence, signalLines } from './careless-words.ts'

/** Whether careless answering was found, and what it does to the composite. */
export function CarelessNote({ careless }: { careless: CarelessEffect }) {
  if (careless.status !== 'compared') return <p class="small quiet">{carelessSentence(careless)}</p>
  return (
    <details class="warnings small">
      <summary>{carelessSentence(careless)}</summary>
      <p>
        Dấu hiệu nào cũng có thể gặp ở người trả lời nghiêm túc, nên chỉ phiếu có từ hai dấu hiệu mới được
        đếm:
      </p>
      <ul>
        {signalLines(careless).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
