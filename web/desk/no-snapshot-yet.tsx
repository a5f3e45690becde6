import type { WaveContents } from './wave-context.ts'

/** Before the first result: what to do next, in order, and what is done already. */
export function NoSnapshotYet({ contents: { wave } }: { contents: WaveContents }) {
  const base = `/desk/waves/${wave.id}`
  return (
    <section class="letter" aria-labelledby="next-steps">
      <h2 id="next-steps">Chưa có kết quả. Việc tiếp theo</h2>
      <ol class="steps">
        <li class={wave.state === 'draft' ? '' : 'done'}>
          <a href={base}>Mở đợt khảo sát</a>
          {wave.state !== 'draft' && ' – đã mở'}
        </li>
        <li class={wave.links > 0 ? 'done' : ''}>
          <a href={base}>In áp phích có mã QR</a> và treo tại quầy, gửi đường dẫn cho hiệp hội doanh nghiệp.
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
        Không ai, kể cả cán bộ của Sở, xem được kết quả từ dưới 10 phiếu: như vậy không thể đoán phiếu nào của
        doanh nghiệp nào.
      </p>
    </section>
  )
}
