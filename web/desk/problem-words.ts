/** Every refusal the desk may meet, in words a person can act on. The only place that words them. */
const WORDS: Readonly<Record<string, string>> = {
  offline: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; chưa có gì thay đổi.',
  unreadable: 'Máy chủ trả lời không đúng định dạng. Tải lại trang; nếu vẫn vậy, báo người quản trị.',
  signed_out: 'Phiên làm việc đã kết thúc.',
  bad_token: 'Đường dẫn ghi danh đã dùng hoặc đã hết hạn. Mỗi đường dẫn chỉ dùng một lần, trong 30 phút.',
  bad_origin: 'Trang đang mở ở một địa chỉ khác với địa chỉ máy chủ đã khai báo. Mở bàn làm việc từ đúng địa chỉ đó.',
  not_found: 'Không tìm thấy nội dung này. Có thể đợt khảo sát hoặc đường dẫn đã bị xoá.',
  no_snapshot: 'Chưa có kết quả phân tích nào.',
  nothing_released: 'Chưa có phiếu nào được tổng hợp nên chưa thể phân tích.',
  too_few_submissions: 'Chưa đủ 10 phiếu mới. Khi đủ 10 phiếu mới có thể tổng hợp.',
  wave_needs_sealing:
    'Phiếu này có câu hỏi nhạy cảm. Nơi lưu trữ hiện tại giữ lại lịch sử thay đổi nên không được phép mở. Hãy chạy đợt khảo sát trên máy chủ của đơn vị.',
  wave_state: 'Trạng thái của đợt khảo sát không cho phép việc này. Tải lại trang để xem trạng thái hiện tại.',
  bad_margins: 'Tệp cơ cấu tổng thể có dòng chưa đúng. Chưa có gì được ghi; bảng cũ vẫn giữ nguyên.',
  bad_hard_values: 'Có giá trị chưa đúng. Chưa có gì được ghi; số liệu cũ vẫn giữ nguyên.',
  invalid_request: 'Có ô chưa điền đúng. Xem lại rồi gửi lần nữa.',
  too_large: 'Tệp quá lớn.',
  internal_error: 'Máy chủ gặp lỗi. Chưa có gì thay đổi; thử lại sau ít phút, nếu vẫn vậy, báo người quản trị.',
  unavailable: 'Máy chủ đang bận hoặc không ghi được dữ liệu. Thử lại sau ít phút.',
}

/** The words for a problem's code; by status where the code is a new one. */
export function problemWords(code: string, status: number): string {
  const words = WORDS[code]
  if (words !== undefined) return words
  if (status >= 500) return WORDS['internal_error'] ?? ''
  if (status === 409) return WORDS['wave_state'] ?? ''
  return `Máy chủ không nhận yêu cầu này (mã ${code}).`
}
