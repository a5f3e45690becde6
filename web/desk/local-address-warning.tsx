import { isThisMachine } from './enrolment-token.ts'

/** A poster with an address only this machine knows is waste paper: said before it is printed. */
export function LocalAddressWarning({ url }: { url: string }) {
  if (!isThisMachine(new URL(url).hostname)) return null
  return (
    <p class="note no-print" role="note">
      <strong>Chưa nên in để treo.</strong> Địa chỉ trong mã QR là localhost: chỉ mở được trên chính máy này,
      điện thoại quét sẽ không vào được. Khởi động máy chủ với biến <code>ORIGIN</code> là địa chỉ thật (ví dụ{' '}
      <code>ORIGIN=https://khaosat.langson.gov.vn</code>) rồi hãy in.
    </p>
  )
}
