import type { LinkView } from '../../api/views.ts'
import { getLinks } from './api-client.ts'
import { bodyName } from './definition-lookup.ts'
import { Loaded } from './loaded.tsx'
import { LocalAddressWarning } from './local-address-warning.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { QrCode } from './qr-code.tsx'
import { Trail } from './trail.tsx'
import { useResource } from './use-resource.ts'
import { useWave } from './wave-context.ts'

/** A poster for one link, on one A5 sheet. */
export function PosterPage({ params }: { params?: { code?: string } }) {
  const { wave } = useWave()
  const links = useResource(wave.id, () => getLinks(wave.id))
  return (
    <Loaded resource={links}>
      {(list) => {
        const link = list.find(({ code }) => code === params?.code)
        return link === undefined ? <NotFoundPage /> : <PosterPreview link={link} />
      }}
    </Loaded>
  )
}

function PosterPreview({ link }: { link: LinkView }) {
  const { wave } = useWave()
  return (
    <article>
      <div class="no-print">
        <Trail steps={[{ name: 'Thu thập', href: `/desk/waves/${wave.id}` }]} />
        <PageHeading title={`Áp phích: ${link.label}`} />
        <LocalAddressWarning url={link.url} />
        {wave.state !== 'open' && (
          <p class="note">
            {wave.state === 'draft'
              ? 'Đợt này chưa nhận phiếu. Mở đợt trước khi treo áp phích.'
              : 'Đợt này đã đóng, không nhận phiếu nữa. Hãy gỡ áp phích đã treo.'}
          </p>
        )}
        <div class="actions">
          <button type="button" class="button" onClick={() => print()}>
            In áp phích
          </button>
          <span class="small quiet">Khổ A5 đứng, một mặt, tỷ lệ 100%.</span>
        </div>
      </div>
      <Poster link={link} />
    </article>
  )
}

function Poster({ link }: { link: LinkView }) {
  const { plan, questionnaire, wave } = useWave()
  return (
    <section class="poster" aria-label="Tờ áp phích" lang="vi">
      {wave.demo && <p class="poster-demo">Dữ liệu mô phỏng, không treo</p>}
      <p class="poster-issuer">
        {bodyName(plan, plan.department)} tỉnh {plan.province.title.vi}
      </p>
      <p class="poster-title">
        Doanh nghiệp thấy thủ&nbsp;tục ở {plan.province.title.vi} <em>thế&nbsp;nào?</em>
      </p>
      <p class="poster-survey">{questionnaire.title.vi}</p>
      <p class="poster-why">
        Câu trả lời của anh/chị cho biết chỗ nào cần sửa trước. Quét mã, trả lời trên điện thoại, khoảng{' '}
        {questionnaire.minutes} phút.
      </p>
      <QrCode text={link.url} label={`Mã QR của ${link.url}`} />
      <p class="poster-address">{link.url.replace(/^https?:\/\//, '')}</p>
      <ul class="poster-promises">
        <li>Không hỏi tên doanh nghiệp, mã số thuế, số điện thoại.</li>
        <li>Không lưu địa chỉ mạng, giờ gửi hay thứ tự gửi.</li>
        <li>Chỉ xem kết quả chung của ít nhất 10 doanh nghiệp.</li>
        <li>Câu nào không muốn trả lời thì bỏ qua.</li>
      </ul>
    </section>
  )
}
