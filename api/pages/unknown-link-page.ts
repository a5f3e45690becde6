import { el } from '../../survey-definitions/respondent/markup.ts'
import { plainPage } from './plain-page.ts'
import type { RespondShell } from './respond-shell.ts'

const TITLE = 'Không tìm thấy phiếu khảo sát'

/** Says that a link leads nowhere: it was mistyped, or taken back. */
export function unknownLinkPage(shell: RespondShell): string {
  const main = el(
    'main',
    {},
    el('h1', {}, TITLE),
    el(
      'p',
      {},
      'Đường dẫn này không đúng hoặc không còn được sử dụng. Xin kiểm tra lại từng ký tự, hoặc quét lại mã QR.',
    ),
    el(
      'div',
      { lang: 'en' },
      el('h2', {}, 'There is no survey at this address'),
      el(
        'p',
        {},
        'The address is wrong or no longer in use. Please check every character, or scan the QR code again.',
      ),
    ),
    el(
      'div',
      { lang: 'zh' },
      el('h2', {}, '此地址没有问卷'),
      el('p', {}, '地址有误或已停用。请逐字核对，或重新扫描二维码。'),
    ),
  )
  return plainPage({ title: TITLE, language: 'vi', main }, shell)
}
