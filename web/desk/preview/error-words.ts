/** What is wrong with a draft, by the error's code, and what its author does about it. */
const WORDS: Readonly<Record<string, string>> = {
  'bad-json':
    'Tệp không phải JSON đúng cú pháp. Xem chỗ được nêu: thường là thiếu hoặc thừa dấu phẩy, ngoặc, nháy kép.',
  'duplicate-key': 'Một thành phần được khai báo hai lần trong cùng một ngoặc. Bỏ bớt một.',
  'too-deep': 'Các ngoặc lồng nhau quá sâu. Viết lại điều kiện cho gọn hơn.',
  'bad-unicode': 'Có ký tự bị hỏng. Gõ lại chỗ đó và lưu tệp dưới dạng UTF-8.',
  'bad-shape': 'Thiếu, thừa hoặc sai kiểu một thành phần. So với mẫu trong questionnaire.schema.json.',
  'duplicate-section-code': 'Mã mục bị trùng. Đặt mã khác cho một trong hai mục.',
  'duplicate-item-code': 'Mã câu hỏi bị trùng. Đặt mã khác cho một trong hai câu.',
  'duplicate-option-code': 'Mã lựa chọn bị trùng trong cùng một câu. Đặt mã khác.',
  'reserved-option-code':
    'Mã này dành cho câu không có trả lời (not-asked, dont-know, refused, blank). Đặt mã khác.',
  'missing-text-in-language':
    'Thiếu bản dịch ở một ngôn ngữ đã khai báo. Thêm bản dịch, hoặc bỏ ngôn ngữ đó khỏi “languages”.',
  'text-not-composed': 'Dấu tiếng Việt ở dạng tổ hợp rời. Chuyển văn bản sang Unicode dựng sẵn (NFC).',
  'unknown-scale': 'Tên thang không có trong “scales”. Sửa tên, hoặc thêm thang đó.',
  'options-missing': 'Câu chưa có lựa chọn. Thêm “options”, hoặc “scale” nêu tên một thang.',
  'options-and-scale': 'Câu vừa có “options” vừa có “scale”. Chỉ giữ một.',
  'exclusive-in-single': 'Câu này vốn chỉ chọn được một. Bỏ “exclusive”.',
  'bounds-reversed': 'Số lớn nhất phải lớn hơn số nhỏ nhất. Sửa “min” hoặc “max”.',
  'bounds-finer-than-answers': 'Giới hạn có nhiều chữ số thập phân hơn câu trả lời. Làm tròn giới hạn.',
  'missing-code-on-text': 'Câu trả lời tự viết thì để trống là đủ. Bỏ “missing”.',
  'required-in-sensitive-section': 'Mục nhạy cảm có thể bỏ qua cả mục nên câu trong đó không bắt buộc được.',
  'too-few-statements': 'Cần ít nhất ba câu thường để che câu nhạy cảm. Thêm câu.',
  'uninformative-randomisation':
    'Xác suất đã chọn làm câu trả lời gần như không cho biết gì. Chọn xác suất xa ½ hơn, hoặc bớt phần bắt buộc.',
  'unknown-item-in-rule': 'Điều kiện nhắc đến một câu không có. Sửa mã câu.',
  'unknown-option-in-rule': 'Điều kiện nhắc đến một lựa chọn không có. Sửa mã lựa chọn.',
  'rule-kind-mismatch': 'Loại câu này không dùng được phép so sánh đó. Chọn phép khác.',
  'forward-reference': 'Điều kiện chỉ được dựa vào câu hỏi trước đó. Chuyển câu được nhắc lên trước.',
  cycle: 'Điều kiện dựa vào chính câu mà nó quyết định. Dựa vào một câu khác.',
  'unreachable-item': 'Không có cách trả lời nào dẫn đến câu này. Nới điều kiện, hoặc bỏ câu.',
  'base-never-holds': 'Không doanh nghiệp nào được hỏi lại thuộc cơ sở tính. Nới “base”.',
  'indicator-counted-twice': 'Hai câu cùng tính vào một chỉ tiêu. Chỉ giữ một câu.',
  'counting-kind-mismatch': 'Cách tính không hợp với loại câu. Đổi “as”, hoặc đổi loại câu.',
  'counting-without-options': 'Tỷ lệ chưa nêu lựa chọn nào được tính. Thêm “options”.',
  'counting-without-bound': 'Tỷ lệ của một số cần mốc. Thêm “atLeast” hoặc “above”.',
  'counting-option-unknown': 'Lựa chọn được tính không có trong câu. Sửa mã.',
  'counting-option-outside-base':
    'Lựa chọn này đưa doanh nghiệp ra ngoài cơ sở tính nên không tính vào tỷ lệ được.',
  'option-without-value': 'Trung bình cần một số cho mỗi lựa chọn. Thêm “value”.',
  'edition-not-published':
    'Bộ chỉ số nêu trong “edition” chưa có trên máy chủ này. Sửa mã, hoặc phát hành bộ chỉ số trước.',
  'another-edition': 'Phiếu thuộc bộ chỉ số khác. Sửa “edition”.',
  'unknown-indicator': 'Bộ chỉ số không có chỉ tiêu này. Sửa mã chỉ tiêu.',
  'hard-indicator-counted': 'Chỉ tiêu này lấy từ số liệu hành chính, không hỏi doanh nghiệp. Bỏ chỉ tiêu.',
  'indicator-of-another-kind': 'Bộ chỉ số tính chỉ tiêu này theo cách khác. Sửa “as”.',
  'indicator-without-item':
    'Phiếu nhận là đầy đủ nhưng có chỉ tiêu chưa câu nào hỏi. Thêm câu, hoặc bỏ “complete”.',
  'another-questionnaire': 'Mã phiếu khác với bản trước. Giữ nguyên “id”.',
  'version-not-increased': 'Số bản phải lớn hơn bản đã phát hành. Tăng “version”.',
  'item-code-reused':
    'Mã câu đã dùng ở bản trước cho một câu khác. Đặt mã mới; nếu chỉ sửa câu chữ, thêm "reworded": true.',
  'option-code-reused':
    'Mã lựa chọn đã dùng ở bản trước với nhãn khác. Đặt mã mới; nếu chỉ sửa câu chữ, thêm "reworded": true vào câu.',
}

/** What the schema says most, by the beginnings of its sentences. */
const SHAPES: readonly (readonly [says: RegExp, words: string])[] = [
  [/^Unrecognized key/, 'Có thành phần thừa hoặc viết sai tên. Xóa, hoặc sửa tên.'],
  [/received undefined$/, 'Thiếu thành phần này. Thêm vào.'],
  [/^Too small/, 'Giá trị nhỏ quá, hoặc danh sách ngắn quá. Xem mức tối thiểu được nêu.'],
  [/^Too big/, 'Giá trị lớn quá, hoặc dài quá. Xem mức tối đa được nêu.'],
  [/^Invalid input: expected/, 'Sai kiểu dữ liệu. Viết theo kiểu được nêu.'],
]

/** What to do about an error; its own sentence where the code is a new one. */
export function errorWords(code: string, message = ''): string {
  const shape = code === 'bad-shape' ? SHAPES.find(([says]) => says.test(message)) : undefined
  return shape?.[1] ?? WORDS[code] ?? `Lỗi ${code}.`
}

/** Codes that have words: a test holds them against the codes there are. */
export const WORDED_ERRORS: readonly string[] = Object.keys(WORDS)
