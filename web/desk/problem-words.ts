/** Every refusal the desk may meet, in words a person can act on. The only place that words them. */
const WORDS: Readonly<Record<string, string>> = {
  offline: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; chưa có gì thay đổi.',
  unreadable: 'Máy chủ trả lời không đúng định dạng. Tải lại trang; nếu vẫn vậy, báo người quản trị.',
  signed_out: 'Phiên làm việc đã kết thúc.',
  bad_token: 'Đường dẫn ghi danh đã dùng hoặc đã hết hạn. Mỗi đường dẫn chỉ dùng một lần, trong 30 phút.',
  bad_origin:
    'Trang đang mở ở địa chỉ khác với địa chỉ đã khai báo cho máy chủ. Hãy mở bàn điều hành từ đúng địa chỉ đó.',
  not_found: 'Không tìm thấy nội dung này. Có thể nó đã bị xóa.',
  no_snapshot: 'Chưa có kết quả phân tích nào.',
  nothing_released: 'Chưa có phiếu nào được tổng hợp nên chưa thể phân tích.',
  too_few_submissions: 'Chưa đủ 10 phiếu đang chờ. Khi có ít nhất 10 phiếu mới có thể tổng hợp.',
  already_open: 'Đợt này đã được mở trước đó. Tải lại trang để xem trạng thái hiện tại.',
  wave_not_open: 'Đợt này không ở trạng thái mở. Tải lại trang để xem trạng thái hiện tại.',
  wave_needs_sealing:
    'Phiếu có câu hỏi nhạy cảm, mà nơi lưu trữ hiện tại giữ lại lịch sử thay đổi nên không được mở. Hãy chạy đợt này trên máy chủ của đơn vị.',
  bad_margins: 'Tệp cơ cấu tổng thể có dòng chưa đúng. Chưa có gì được ghi; bảng cũ vẫn giữ nguyên.',
  bad_hard_values: 'Có giá trị chưa đúng. Chưa có gì được ghi; số liệu cũ vẫn giữ nguyên.',
  bad_official_scores: 'Có điểm công bố chưa đúng. Chưa có gì được ghi; các điểm cũ vẫn giữ nguyên.',
  bad_scale_file: 'Tệp quy thang có chỗ chưa đúng. Chưa có gì được ghi; tệp cũ vẫn giữ nguyên.',
  bad_json: 'Tệp không phải JSON.',
  bad_value: 'Có ô chưa điền đúng. Xem lại rồi gửi lần nữa.',
  bad_text: 'Có ký tự không dùng được trong ô đã điền. Gõ lại rồi gửi lần nữa.',
  required: 'Còn ô chưa điền.',
  too_long: 'Nội dung quá dài. Rút gọn rồi gửi lại.',
  too_large: 'Tệp quá lớn.',
  unsupported_type: 'Tệp không phải CSV.',
  bad_utf8: 'Tệp không phải mã UTF-8. Lưu lại dưới dạng “CSV UTF-8” rồi tải lên.',
  unknown_definition: 'Kế hoạch hoặc phiếu đã chọn không còn. Tải lại trang rồi chọn lại.',
  internal_error: 'Máy chủ gặp lỗi. Thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.',
  retry_later: 'Máy chủ đang bận. Thử lại sau ít phút.',
}

/** The words for a problem's code; by status where the code is a new one. */
export function problemWords(code: string, status: number): string {
  const words = WORDS[code]
  if (words !== undefined) return words
  if (status >= 500) return problemWords('internal_error', status)
  return `Máy chủ không nhận yêu cầu này (mã ${code}).`
}
