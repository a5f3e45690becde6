import { release } from './api-client.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { countText, dateText } from './vietnamese-numbers.ts'
import { useWave } from './wave-context.ts'
import { waitingWords } from './wave-words.ts'

/** Turns the submissions that wait into responses, and lists the times it was done. */
export function ReleasePanel() {
  const { wave, reload } = useWave()
  return (
    <section aria-labelledby="releases">
      <h2 id="releases">Tổng hợp</h2>
      <p>
        Phiếu đang chờ: <strong>{waitingWords(wave)}</strong>. Đã tổng hợp: {countText(wave.released)} phiếu.
      </p>
      <p class="small quiet">
        Mỗi lần tổng hợp trộn lẫn các phiếu đang chờ rồi phân tích lại toàn bộ. Cần ít nhất 10 phiếu; số phiếu
        chờ chỉ hiện theo hàng chục, để không ai đoán được phiếu nào vừa tới. Máy chủ cũng tự tổng hợp mỗi
        ngày một lần.
      </p>
      <ConfirmDialog
        label="Tổng hợp ngay"
        title="Tổng hợp các phiếu đang chờ?"
        confirm="Tổng hợp"
        onConfirm={async () => {
          await release(wave.id)
          await reload()
        }}
      >
        <p>
          Các phiếu đang chờ được trộn lẫn, bỏ mọi dấu vết về thứ tự, rồi đưa vào kết quả. Không hoàn lại
          được. Tổng hợp ít lần, mỗi lần nhiều phiếu, thì càng khó đoán câu trả lời của từng doanh nghiệp.
        </p>
      </ConfirmDialog>
      {wave.releases.length > 0 && <ReleaseHistory />}
    </section>
  )
}

function ReleaseHistory() {
  const { wave } = useWave()
  return (
    <table class="figures release-history">
      <caption>Các lần tổng hợp</caption>
      <thead>
        <tr>
          <th scope="col">Lần</th>
          <th scope="col">Ngày</th>
          <th scope="col" class="number">
            Số phiếu
          </th>
        </tr>
      </thead>
      <tbody>
        {wave.releases.toReversed().map(({ number, day, size }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td>{dateText(day)}</td>
            <td class="number">{countText(size)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
