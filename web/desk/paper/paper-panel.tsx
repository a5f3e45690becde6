import { useWave } from '../wave-context.ts'

/** The way for firms without a phone at hand. */
export function PaperPanel() {
  const { wave } = useWave()
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">Phiếu giấy</h2>
      <p class="small quiet">
        Cho doanh nghiệp không tiện dùng điện thoại. Phiếu nhập từ giấy được tính là phiếu phỏng vấn và so
        sánh riêng với phiếu qua đường dẫn.
      </p>
      <div class="actions">
        <a class="button button-quiet" href={`/desk/waves/${wave.id}/paper`}>
          In phiếu giấy
        </a>
        <a class="button button-quiet" href={`/desk/waves/${wave.id}/entry`}>
          Nhập phiếu giấy
        </a>
      </div>
    </section>
  )
}
