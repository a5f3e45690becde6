import { closeWave, openWave } from './api-client.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useWave } from './wave-context.ts'
import { stateSince, stateWord } from './wave-words.ts'

/** Whether firms can answer now, and the one step that is left: open, then close, never back. */
export function WaveStatePanel() {
  const { wave, reload } = useWave()
  return (
    <section aria-labelledby="wave-state">
      <h2 id="wave-state">Trạng thái</h2>
      <p>
        Đợt này {wave.state === 'draft' && 'là '}
        <strong class={`wave-state ${wave.state}`}>{stateWord(wave)}</strong>, {stateSince(wave)}.
      </p>
      {wave.state === 'draft' && (
        <ConfirmDialog
          label="Mở đợt khảo sát"
          title="Mở đợt khảo sát?"
          confirm="Mở đợt"
          onConfirm={async () => {
            await openWave(wave.id)
            await reload()
          }}
        >
          <p>
            Từ lúc mở, mọi đường dẫn và mã QR của đợt nhận được phiếu trả lời. Kế hoạch và phiếu không đổi
            được nữa. Đợt đã mở không quay lại bản nháp.
          </p>
        </ConfirmDialog>
      )}
      {wave.state === 'open' && (
        <ConfirmDialog
          label="Đóng đợt khảo sát"
          title="Đóng đợt khảo sát?"
          confirm="Đóng đợt"
          kind="warning"
          onConfirm={async () => {
            await closeWave(wave.id)
            await reload()
          }}
        >
          <p>
            Sau khi đóng 5 phút, không phiếu nào gửi được nữa, kể cả phiếu doanh nghiệp đang viết dở. Phiếu đã
            nhận vẫn tổng hợp được nếu còn ít nhất 10 phiếu chờ; còn ít hơn thì sau 7 ngày bị xóa, không ai
            đọc. <strong>Đợt đã đóng không mở lại được.</strong>
          </p>
        </ConfirmDialog>
      )}
      {wave.state === 'closed' && (
        <p class="quiet small">Không nhận thêm phiếu. Muốn hỏi tiếp, tạo một đợt mới.</p>
      )}
    </section>
  )
}
