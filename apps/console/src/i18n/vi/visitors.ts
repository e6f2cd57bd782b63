/** Pages for everybody: home and tracking. */
export const visitors = {
  'nav.label': 'Các trang chính',
  'nav.track': 'Tra cứu',
  'site.office': 'Cục Hải quan',
  'site.trial': 'Bản dùng thử, không nhận đơn thật',
  'site.owner': 'Minh Bạch là hệ thống tiếp nhận và giải quyết đơn của Cục Hải quan, Bộ Tài chính.',
  'site.ownerTrial':
    'Đây là bản dùng thử của Minh Bạch, không phải trang chính thức của Cục Hải quan. Con người và đơn vị trong bản này là hư cấu, trừ Cục Hải quan.',
  'site.staff': 'Cán bộ, công chức đăng nhập',
  'home.tab': 'Khiếu nại, tố cáo, phản ánh gửi Hải quan',
  'home.description': 'Gửi đơn, gọi đường dây nóng, xem đơn đã đến đâu và bao giờ có kết quả.',
  'home.title': 'Gửi khiếu nại, tố cáo, phản ánh đến Hải quan – và biết bao giờ có kết quả',
  'home.promise':
    'Đơn nào cũng có số, có hạn trả lời và có người chịu trách nhiệm. Ông/bà xem được đơn đang ở bước nào.',
  'home.where': 'Đơn của tôi đến đâu?',
  'home.lost': 'Mất mã tra cứu?',
  'home.lostText':
    'Hệ thống không giữ mã nên không cấp lại được. Ông/bà hỏi đơn vị đã nhận đơn và đọc số đơn; đừng gửi lại đơn chỉ vì mất mã.',
  'home.track': 'Tra cứu đơn',
  'track.title': 'Tra cứu đơn',
  'track.description':
    'Nhập mã tra cứu in trên giấy biên nhận để xem đơn gửi cơ quan Hải quan đã được giải quyết đến bước nào.',
  'track.code': 'Mã tra cứu',
  'track.hint':
    'Mã ở khung giữa giấy biên nhận, gồm 7 nhóm, mỗi nhóm 4 ký tự. Gõ chữ hoa hay chữ thường, có dấu gạch hay không đều được.',
  'track.submit': 'Tra cứu',
  'track.noScript':
    'Trình duyệt này đang tắt JavaScript nên chưa tra cứu được ở đây. Hãy bật JavaScript, hoặc hỏi đơn vị đã nhận đơn.',
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
