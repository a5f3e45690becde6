/** Says that a link leads nowhere: it was mistyped, or taken back. */
export const UNKNOWN_LINK_PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Không tìm thấy phiếu khảo sát</title>
</head>
<body>
<main>
<h1>Không tìm thấy phiếu khảo sát</h1>
<p>Đường dẫn này không đúng hoặc không còn được sử dụng. Xin kiểm tra lại từng ký tự, hoặc quét lại mã QR.</p>
<div lang="en">
<h2>There is no survey at this address</h2>
<p>The address is wrong or no longer in use. Please check every character, or scan the QR code again.</p>
</div>
</main>
</body>
</html>
`
