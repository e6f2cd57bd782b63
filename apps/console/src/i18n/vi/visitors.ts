/** Pages for everybody: home and tracking. */
export const visitors = {
  'home.title': 'Khiếu nại, tố cáo, kiến nghị, phản ánh gửi tới Hải quan',
  'home.description':
    'Gửi và theo dõi khiếu nại, tố cáo, kiến nghị, phản ánh tới cơ quan Hải quan: cách gửi đơn và tra cứu tình trạng giải quyết.',
  'home.lead':
    'Mỗi đơn được ghi nhận từ khi tiếp nhận đến khi có kết quả. Người giữ mã tra cứu xem được tình trạng giải quyết đơn.',
  'home.track': 'Tra cứu đơn',
  'home.trackText':
    'Nhập mã tra cứu in trên giấy biên nhận để xem tình trạng giải quyết đơn của ông/bà.',
  'home.staff': 'Dành cho cán bộ, công chức',
  'home.staffText': 'Tiếp nhận, xử lý và theo dõi thời hạn giải quyết đơn.',
  'home.howTo': 'Gửi đơn như thế nào?',
  'home.howToText':
    'Ông/bà gửi đơn có chữ ký hoặc điểm chỉ đến trụ sở cơ quan hải quan, qua dịch vụ bưu chính hoặc nộp trực tiếp. Cán bộ tiếp nhận sẽ trao giấy biên nhận có số đơn và mã tra cứu.',
  'track.title': 'Tra cứu đơn',
  'track.description':
    'Nhập mã tra cứu in trên giấy biên nhận để xem đơn gửi cơ quan Hải quan đã được giải quyết đến bước nào.',
  'track.code': 'Mã tra cứu',
  'track.hint':
    'Mã ở khung giữa giấy biên nhận, gồm 7 nhóm, mỗi nhóm 4 ký tự. Gõ chữ hoa hay chữ thường, có dấu gạch hay không đều được.',
  'track.submit': 'Tra cứu',
  'track.empty': 'Hãy nhập mã tra cứu',
  'track.short': 'Còn thiếu {n} ký tự (đã nhập {typed}/{of})',
  'track.long': 'Thừa {n} ký tự (đã nhập {typed}/{of})',
  'track.lookAlike': 'Mã tra cứu không có các ký tự 0, O, 1, I, L; hãy xem lại trên giấy biên nhận',
  'track.wrongLetter': 'Ký tự “{letter}” không có trong mã. Hãy tắt bộ gõ tiếng Việt rồi nhập lại',
  'track.isNumber': 'Đây là số đơn. Mã tra cứu nằm trong khung giữa giấy biên nhận',
  'track.found': 'Tình trạng đơn',
  'track.number': 'Số đơn',
  'track.kind': 'Loại đơn',
  'track.unit': 'Đơn vị xử lý đơn',
  'track.next': 'Tiếp theo',
  'track.by': 'Chậm nhất:',
  'track.wasDue': 'Hạn:',
  'track.planned': 'Dự kiến:',
  'track.safe': 'Để chắc chắn, hãy gửi chậm nhất {weekday}, {date}.',
  'track.day': '{weekday}, {date}',
  'track.noDay': 'Bước này chưa có ngày cụ thể.',
  'track.target': 'Chỉ tiêu nội bộ, không phải hạn theo luật',
  'track.tasks': 'Việc của ông/bà',
  'track.steps': 'Các bước đã qua',
  'track.contact':
    'Cần hỏi thêm, ông/bà liên hệ {unit} và đọc số đơn. Đừng đọc mã tra cứu cho ai: người có mã xem được tình trạng đơn.',
  'track.secret': 'Danh tính của ông/bà được giữ bí mật theo luật.',
  'track.leave': 'Thoát nhanh',
  'track.leaveLimits':
    'Thay trang này bằng một trang trống. Lịch sử duyệt web trên máy vẫn còn ghi địa chỉ trang tra cứu.',
  'track.print': 'In trang này',
  'track.another': 'Xóa khỏi màn hình, tra cứu mã khác',
  'track.printed': 'Minh Bạch · {from} · In lúc {time} ngày {date}',
  'track.privacy':
    'Mã không được lưu lại trên máy này. Dùng máy chung, hãy bấm “Xóa khỏi màn hình” khi xem xong.',
} as const;
