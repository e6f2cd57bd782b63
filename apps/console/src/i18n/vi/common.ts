/** What the console and the pages for everybody both say. */
export const common = {
  'shell.product': 'Minh Bạch',
  'shell.signedOut': 'Đã đăng xuất',
  'shell.signedOutText': 'Phiên làm việc trên máy này đã kết thúc.',
  'shell.language': 'English',
  'shell.languageMissing':
    'Chưa tải được tiếng Anh. Trang vẫn như cũ; hãy kiểm tra mạng rồi thử lại.',
  'page.title': '{page} · Minh Bạch',
  'common.loading': 'Đang tải…',
  'common.retry': 'Thử lại',
  'common.notFound': 'Không tìm thấy, hoặc không có quyền xem',
  'common.notFoundNext':
    'Hãy kiểm tra lại số đơn. Nếu đây là việc được giao, hãy hỏi thủ trưởng đơn vị.',
  'common.problemCode': 'Mã lỗi {code}',
  'errors.notSaved': 'Chưa lưu được. Nội dung đã nhập vẫn còn; hãy thử lại.',
  'due.legal': 'Hạn theo luật',
  'due.provisional': 'tạm tính',
  'due.why': 'Vì sao là ngày này?',
  'due.basis': 'Căn cứ',
  'due.rule': 'Quy tắc {rule}, phiên bản {version}',
  'date.moment': '{time} ngày {date}',
  'shell.skip': 'Đến nội dung chính',
} as const;
