import type { WaveContents } from './wave-context.ts'

/** Before the first result: what to do next, in order, and what is done already. */
export function NoSnapshotYet({ contents: { wave } }: { contents: WaveContents }) {
  const base = `/desk/waves/${wave.id}`
  if (wave.state === 'closed' && wave.waitingAtLeast === 0) return <ClosedWithout />
  return (
    <section class="letter" aria-labelledby="next-steps">
      <h2 id="next-steps">Chưa có kết quả. Việc tiếp theo</h2>
      <ol class="steps">
        <li class={wave.state === 'draft' ? '' : 'done'}>
          <a href={base}>Mở đợt khảo sát</a>
          {wave.state !== 'draft' && ' – đã mở'}
        </li>
        <li class={wave.links > 0 ? 'done' : ''}>
          <a href={base}>In áp phích có mã QR</a> và treo tại quầy, gửi đường dẫn cho hiệp hội doanh nghiệp
          {wave.links > 0 ? ` – đã có ${wave.links} đường dẫn` : '.'}
        </li>
        <li>
          Chờ ít nhất 10 phiếu. Hiện có{' '}
          {wave.waitingAtLeast === 0 ? 'dưới 10 phiếu' : `ít nhất ${wave.waitingAtLeast} phiếu`} đang chờ.
        </li>
        <li>
          <a href={base}>Tổng hợp</a>: phiếu được trộn lẫn rồi phân tích, kết quả hiện ở trang này.
        </li>
      </ol>
      <p class="quiet small">
        Không ai, kể cả cán bộ của Sở, xem được kết quả từ dưới 10 phiếu, để không đoán được phiếu nào của
        doanh nghiệp nào.
      </p>
    </section>
  )
}

/** Nothing can come of it any more: says so, and where to go on. */
function ClosedWithout() {
  return (
    <section class="letter" aria-labelledby="no-result">
      <h2 id="no-result">Đợt này không có kết quả</h2>
      <p>
        Đợt đã đóng khi chưa đủ 10 phiếu để tổng hợp. Muốn hỏi tiếp, <a href="/desk/waves/new">tạo đợt mới</a>
        .
      </p>
    </section>
  )
}
