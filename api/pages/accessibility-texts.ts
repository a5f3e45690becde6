import type { Language } from '../../survey-definitions/language.ts'

/** What the accessibility statement says, in one language. */
interface AccessibilityTexts {
  readonly title: string
  readonly lead: string
  readonly doneTitle: string
  readonly done: readonly string[]
  readonly gapsTitle: string
  readonly gaps: readonly string[]
  readonly helpTitle: string
  readonly help: readonly string[]
  readonly whyNoForm: string
}

export const ACCESSIBILITY_TEXTS: Readonly<Record<Language, AccessibilityTexts>> = {
  vi: {
    title: 'Để ai cũng trả lời được phiếu',
    lead: 'Phiếu khảo sát phải dùng được cho cả người nhìn kém, người không dùng chuột hay màn hình cảm ứng, và người nghe bằng trình đọc màn hình.',
    doneTitle: 'Những gì đã làm',
    done: [
      'Phiếu tuân theo mức AA của Hướng dẫn về khả năng tiếp cận nội dung web WCAG 2.2. Mỗi lần sửa đổi, mọi loại trang được kiểm tra tự động ở cả ba ngôn ngữ, nền sáng và nền tối.',
      'Trả lời được hết phiếu chỉ bằng bàn phím, trên màn hình hẹp 320 điểm ảnh, khi phóng to, và theo màu tương phản cao của máy.',
      'Không giới hạn thời gian; không có gì nhấp nháy; không cần JavaScript.',
    ],
    gapsTitle: 'Những gì còn thiếu',
    gaps: [
      'Mới kiểm tra bằng công cụ. Chưa có người khuyết tật thử phiếu, và chưa nghe trọn phiếu bằng TalkBack, VoiceOver hay NVDA tiếng Việt.',
      'Chưa có bản ngôn ngữ ký hiệu, bản nghe và bản dễ đọc.',
      'Câu nào chưa có bản dịch thì hiện bằng tiếng Việt; trình đọc màn hình được báo trước về ngôn ngữ.',
      'Trình duyệt bên trong Zalo hay Facebook có thể không cho phóng to chữ. Khi đó, xin mở đường dẫn bằng trình duyệt của máy.',
      'Nếu tắt JavaScript, mỗi câu là một lần tải trang và câu trả lời không được lưu trên máy.',
    ],
    helpTitle: 'Nếu gặp khó khăn',
    help: [
      'Cơ quan có tên ở đầu phiếu có thể đưa phiếu giấy, hoặc cử người đọc câu hỏi và ghi giúp.',
      'Nếu cần báo lỗi, xin gọi điện hoặc gửi thư cho cơ quan ấy. Không cần nói tên mình, tên doanh nghiệp hay đường dẫn; thư không cần ghi người gửi. Chỉ cần nói loại máy, phần mềm trợ giúp và chỗ bị vướng.',
      'Xin đừng kể đã trả lời những gì.',
    ],
    whyNoForm:
      'Ở đây không có ô nhắn tin, vì lời nhắn gửi qua trang này có thể bị gắn với lúc trả lời phiếu.',
  },
  en: {
    title: 'A survey that everybody can answer',
    lead: 'The survey must work for people who see little, who use neither mouse nor touch screen, and who listen through a screen reader.',
    doneTitle: 'What has been done',
    done: [
      'The survey follows level AA of the Web Content Accessibility Guidelines, WCAG 2.2. With every change each kind of page is checked by a tool, in all three languages, light and dark.',
      'All of it can be answered by keyboard alone, on a screen 320 pixels wide, enlarged, and in the high-contrast colours of the device.',
      'There is no time limit, nothing flashes, and no JavaScript is needed.',
    ],
    gapsTitle: 'What is still missing',
    gaps: [
      'It has been checked by tools only. No disabled person has tried it yet, and nobody has listened to all of it through TalkBack, VoiceOver or NVDA in Vietnamese.',
      'There is no version in sign language, as a recording or in easy language.',
      'A question without a translation is shown in Vietnamese; screen readers are told the language.',
      'The browsers inside Zalo and Facebook may refuse to enlarge text. Please open the link in the browser of the device.',
      'Without JavaScript every question loads a page, and answers are not kept on the device.',
    ],
    helpTitle: 'If you have difficulty',
    help: [
      'The office named at the top of the survey can give you the survey on paper, or somebody who reads the questions and writes for you.',
      'To report a fault, telephone or write to that office. You need not give your name, your firm’s name or the link, and a letter needs no sender: the kind of device, the aid you use and where you got stuck are enough.',
      'Please do not tell what you answered.',
    ],
    whyNoForm:
      'There is no message box here: a message sent through this page could be connected with the time you answered.',
  },
  zh: {
    title: '让每个人都能填写问卷',
    lead: '视力不佳、不能使用鼠标或触摸屏、使用屏幕阅读器的人，都应当能填写本问卷。',
    doneTitle: '已经做到的',
    done: [
      '本问卷遵循《网页内容无障碍指南》WCAG 2.2 的 AA 级。每次修改后，各类页面都用工具检查，包括三种语言、浅色和深色。',
      '仅用键盘、在320像素宽的屏幕上、放大之后以及使用设备的高对比度颜色时，都能填完问卷。',
      '没有时间限制，没有闪烁内容，也不需要 JavaScript。',
    ],
    gapsTitle: '尚未做到的',
    gaps: [
      '目前只用工具检查过。还没有残障人士试用，也没有人用越南语的 TalkBack、VoiceOver 或 NVDA 听完整份问卷。',
      '没有手语版、录音版和易读版。',
      '没有译文的问题以越南语显示，并向屏幕阅读器标明语言。',
      'Zalo 和 Facebook 内置的浏览器可能不允许放大文字。请用设备自带的浏览器打开链接。',
      '关闭 JavaScript 时，每个问题都要加载一次页面，回答不会保存在设备上。',
    ],
    helpTitle: '如果遇到困难',
    help: [
      '问卷顶部所列的机关可以提供纸质问卷，或请人为您读题并代为填写。',
      '如要报告故障，请打电话或写信给该机关。不必说出姓名、企业名称或链接，信件也不必写寄信人：只需说明设备类型、所用的辅助软件和遇到困难的地方。',
      '请不要说出您的回答。',
    ],
    whyNoForm: '这里没有留言框，因为通过本页发送的留言可能会与填写问卷的时间联系起来。',
  },
}
