import type { Texts } from './texts.ts'

export const TEXTS_VI: Texts = {
  pageName: 'Phiếu khảo sát doanh nghiệp',
  errorPrefix: 'Lỗi: ',
  simulated: 'Dữ liệu mô phỏng: bản trình diễn, không lấy ý kiến thật.',
  language: 'Ngôn ngữ',
  back: 'Quay lại',
  continue: 'Tiếp tục',
  cancel: 'Không, quay lại',

  minutesLeft: (minutes) => (minutes < 1 ? 'còn chưa đầy 1 phút' : `còn khoảng ${minutes} phút`),

  intro: {
    greeting: 'Kính gửi doanh nghiệp,',
    from: (department) => `${department} trân trọng mời doanh nghiệp trả lời phiếu này.`,
    why: 'Câu trả lời cho biết doanh nghiệp thực sự gặp thuận lợi, khó khăn gì khi làm việc với các cơ quan của tỉnh, để sửa đúng chỗ. Không dùng để thanh tra, kiểm tra hay xử lý doanh nghiệp.',
    time: (minutes) =>
      `Khoảng ${minutes} phút, có thể dừng giữa chừng và làm tiếp sau. Tự nguyện: câu nào cũng có thể không trả lời.`,
    notStoredTitle: 'Những gì không được lưu',
    notStored: [
      'tên, mã số thuế, số điện thoại, thư điện tử: phiếu không hỏi',
      'địa chỉ mạng (IP), loại máy, cookie',
      'giờ gửi và thứ tự gửi của phiếu',
      'mã QR hay đường dẫn mà anh/chị đã dùng',
    ],
    notPreventedTitle: 'Những gì chúng tôi không ngăn được',
    notPrevented: [
      'người quản trị máy chủ hoặc mạng đang theo dõi trực tiếp đường truyền lúc anh/chị gửi, hoặc đọc phiếu trước khi phiếu được trộn với những phiếu khác',
      'người nhìn vào màn hình này, và lịch sử duyệt web của máy ghi rằng trang này đã được mở',
      'chi tiết mà chính anh/chị viết ra và có thể làm lộ doanh nghiệp',
      'người trong cuộc tự gửi chín phiếu đã biết nội dung qua đường dẫn mở, chờ một doanh nghiệp gửi rồi cho tổng hợp ngay: phiếu còn lại là của doanh nghiệp đó',
    ],
    advice: 'Nếu lo ngại, hãy dùng mạng di động thay cho mạng của cơ quan.',
    afterwardsTitle: 'Sau khi gửi',
    afterwards:
      'Phiếu chờ cho đến khi có ít nhất mười phiếu, được trộn ngẫu nhiên rồi mới tổng hợp; những phiếu cuối cùng không đủ mười thì bị xoá một tuần sau khi đợt khảo sát kết thúc. Vì không biết phiếu nào của ai, chúng tôi không thể tìm lại một phiếu để sửa hoặc xoá. Phiếu đến bằng đường dẫn mở, nên kết quả được ghi rõ là “tham khảo”.',
    consent: 'Tôi đã đọc và đồng ý trả lời.',
    consentNeeded: 'Đánh dấu vào ô đồng ý để bắt đầu',
    shared: 'Máy này có người khác dùng chung: không lưu câu trả lời trên máy.',
    sharedHint: 'Khi đó, đóng trang là mất câu trả lời.',
    begin: 'Bắt đầu',
    resumeTitle: 'Máy này đang giữ một phiếu chưa gửi',
    resume: 'Làm tiếp phiếu này',
  },

  notOpen: {
    draftTitle: 'Đợt khảo sát chưa mở',
    draft: 'Xin quay lại sau, bằng chính đường dẫn hoặc mã QR này.',
    closedTitle: 'Đợt khảo sát đã kết thúc',
    closed: 'Phiếu mới không được nhận nữa. Xin cảm ơn anh/chị đã quan tâm.',
    stillKept: 'Trên máy này còn câu trả lời chưa gửi của đợt này. Anh/chị có thể xoá.',
  },

  keeping: {
    device: (count) =>
      count === 0 ? 'Chưa có câu trả lời nào' : `Đã lưu trên máy này, chưa gửi (${count} câu)`,
    memory: (count) => `Chưa gửi (${count} câu). Không lưu trên máy: đóng trang là mất.`,
    refused: (count) => `Chưa gửi (${count} câu). Trình duyệt không cho lưu: đóng trang là mất.`,
    erase: 'Xoá câu trả lời khỏi máy này',
  },

  erase: {
    title: 'Xoá câu trả lời khỏi máy này?',
    body: (count) => `${count} câu trả lời chưa gửi sẽ mất hẳn. Không ai khôi phục lại được.`,
    confirm: 'Xoá tất cả',
    done: 'Đã xoá câu trả lời khỏi máy này.',
  },

  hub: {
    title: 'Các mục của phiếu',
    start: 'Bắt đầu trả lời',
    resume: (section) => `Tiếp tục: ${section}`,
    order: 'Mục nào trước cũng được. Mục nào không muốn trả lời, anh/chị có thể bỏ qua.',
    send: 'Kiểm tra và gửi',
    allDone: 'Đã xong các mục. Phiếu chưa được gửi.',
    status: { 'not-started': 'chưa bắt đầu', started: 'đang trả lời', done: 'xong', skipped: 'bỏ qua' },
  },

  section: {
    begin: 'Vào mục này',
    beginAgain: 'Trả lời mục này',
    skip: 'Bỏ qua mục này',
    sensitiveTitle: 'Trước khi vào mục này',
    sensitive: [
      'Anh/chị có thể bỏ qua cả mục, hoặc từng câu một.',
      'Nút “Thoát nhanh” đóng ngay phiếu và mở một trang thời tiết. Câu đã trả lời vẫn ở trên máy này, và lịch sử duyệt web vẫn ghi rằng trang này đã mở.',
      'Hãy trả lời khi không có ai nhìn vào màn hình.',
    ],
    skippedBefore: 'Mục này đang được bỏ qua.',
    exit: 'Thoát nhanh',
  },

  item: {
    or: 'hoặc',
    missing: { 'dont-know': 'Không biết', refused: 'Không muốn trả lời' },
    clear: 'Bỏ câu trả lời này',
    charactersLeft: (left) => (left >= 0 ? `Còn ${left} ký tự` : `Thừa ${-left} ký tự`),
    scale: (point, end) => (end ? `${point}: ${end}` : String(point)),
    sections: 'Các mục của phiếu',
  },

  problem: {
    title: 'Có một chỗ cần xem lại',
    required: (canRefuse) =>
      canRefuse ? 'Trả lời câu này, hoặc chọn “Không muốn trả lời”' : 'Trả lời câu này',
    notANumber: (example) => `Ghi bằng chữ số, ví dụ ${example}`,
    notAnInteger: 'Ghi số nguyên, không có phần thập phân',
    outOfRange: (min, max) => `Ghi một số từ ${min} đến ${max}`,
    tooManyDecimals: (decimals) => `Chỉ ghi tối đa ${decimals} chữ số sau dấu phẩy`,
    tooLong: (length) => `Viết ngắn lại, tối đa ${length} ký tự`,
    badText: 'Bỏ các ký tự lạ, chỉ dùng chữ, số và dấu câu',
    badChoice: 'Chọn lại câu trả lời trong danh sách',
  },

  check: {
    title: (section) => `Xem lại: ${section}`,
    lead: 'Chưa có gì được gửi đi. Sửa câu nào cũng được.',
    change: 'Sửa',
    unanswered: 'Chưa trả lời',
    finish: 'Xong mục này',
  },

  final: {
    title: 'Kiểm tra lần cuối trước khi gửi',
    lead: (count) => `Phiếu có ${count} câu trả lời. Chưa có gì được gửi đi.`,
    openTitle: 'Những mục chưa xong',
    open: 'Anh/chị vẫn có thể gửi; câu chưa trả lời sẽ để trống.',
    missedTitle: 'Cần trả lời trước khi gửi',
    missed: 'Những câu này quyết định phải hỏi tiếp câu nào. Trả lời, hoặc ghi “Không muốn trả lời”.',
    showMissed: (count) => `Xem ${count} câu này`,
    refuseAll: 'Ghi “Không muốn trả lời” cho các câu này',
    whatTitle: 'Những gì sẽ được gửi',
    what: [
      'các câu trả lời, kể cả “Không biết” và “Không muốn trả lời”',
      'mã ngẫu nhiên do máy này tạo ra, để gửi lại nhiều lần vẫn chỉ tính một lần; máy chủ không lưu mã này',
      'tên phiên bản phiếu và kênh “đường dẫn mở”',
    ],
    noReturn: 'Đã gửi thì không sửa được nữa.',
    nothing: 'Phiếu chưa có câu trả lời nào.',
    send: 'Gửi phiếu',
  },

  sending: {
    titles: {
      saved: 'Đang gửi phiếu',
      sending: 'Đang gửi phiếu',
      waiting: 'Đang chờ để gửi',
      stopped: 'Phiếu chưa được nhận',
    },
    sending: 'Xin chờ cho đến khi máy chủ xác nhận.',
    offline: 'Máy này đang không có mạng. Phiếu còn nguyên trên máy và tự gửi khi có mạng trở lại.',
    unreachable: 'Máy chủ chưa trả lời. Phiếu còn nguyên trên máy, trang này tự thử lại.',
    keepOpen: 'Có thể đóng trang và mở lại sau: phiếu tiếp tục được gửi khi trang mở.',
    keepOpenMemory: 'Đừng đóng trang này: phiếu không được lưu trên máy.',
    once: 'Dù gửi lại nhiều lần, phiếu chỉ được tính một lần.',
    tryNow: 'Thử lại ngay',
    edit: 'Quay lại phiếu',
    receivedEarlier: 'Máy chủ đã nhận phiếu này từ trước',
    stopped: {
      key_reused:
        'Máy chủ đã nhận một phiếu gửi đi từ chính bản trả lời này, với các câu trả lời lúc đó. Thay đổi sau lần ấy không được nhận. Máy này không có mã biên nhận của lần ấy. Anh/chị không cần gửi lại, và có thể xoá câu trả lời khỏi máy này.',
      closed:
        'Đợt khảo sát đã kết thúc trước khi phiếu đến nơi. Phiếu không được nhận; câu trả lời vẫn ở trên máy này, anh/chị có thể xoá.',
      not_open: 'Đợt khảo sát hiện không mở. Câu trả lời vẫn ở trên máy này; xin thử lại sau.',
      not_found: 'Không còn đợt khảo sát này trên máy chủ. Xin xem lại đường dẫn hoặc mã QR mới nhất.',
      unknown_version:
        'Phiếu đã có phiên bản mới. Xin tải lại trang rồi gửi; câu trả lời vẫn ở trên máy này.',
      bad_answers: 'Máy chủ không nhận một vài câu trả lời. Xin xem lại những câu dưới đây rồi gửi lại.',
      refused:
        'Máy chủ không nhận phiếu ở dạng này. Câu trả lời vẫn ở trên máy này; xin tải lại trang rồi thử lại.',
    },
  },

  receipt: {
    title: 'Phiếu đã được nhận',
    thanks: 'Xin cảm ơn anh/chị. Máy chủ đã xác nhận và câu trả lời đã được xoá khỏi máy này.',
    code: 'Mã biên nhận',
    aboutCode:
      'Mã do máy chủ tính ra, chỉ chứng tỏ rằng máy chủ đã nhận một phiếu. Không ai dùng mã này để tìm ra câu trả lời được. In hoặc chép lại nếu muốn giữ: đóng trang là không xem lại được.',
    nextTitle: 'Sau khi gửi',
    next: [
      'Phiếu chờ cho đến khi có ít nhất mười phiếu, rồi được trộn ngẫu nhiên và tổng hợp.',
      'Từ lúc đó không ai, kể cả chúng tôi, tìm lại được phiếu này để sửa hoặc xoá.',
      'Kết quả chỉ được công bố dưới dạng tổng hợp.',
    ],
    print: 'In biên nhận',
  },

  broken: {
    title: 'Không mở được phiếu',
    body: 'Xin tải lại trang. Nếu vẫn không được, hãy quét lại mã QR.',
  },
}
