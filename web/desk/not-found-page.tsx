import { PageHeading } from './page-heading.tsx'

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div class="letter">
      <PageHeading title="Không có trang này" />
      <p>
        Địa chỉ có thể đã đổi. <a href="/desk">Về trang kết quả</a> hoặc xem{' '}
        <a href="/desk/waves">các đợt khảo sát</a>.
      </p>
    </div>
  )
}
