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
    '28 chữ và số in trên giấy biên nhận, viết thành 7 nhóm. Có thể bỏ dấu gạch và viết thường.',
  'track.submit': 'Tra cứu',
  'track.incomplete': 'Mã tra cứu có 28 ký tự; mã vừa nhập có {n}',
  'track.wrongLetters':
    'Mã tra cứu không có các ký tự 0, O, 1, I, L; hãy xem lại trên giấy biên nhận',
  'track.number': 'Số đơn',
  'track.steps': 'Các bước đã qua',
  'track.another': 'Tra cứu mã khác',
  'track.privacy': 'Mã không được lưu trên máy này và không nằm trong địa chỉ trang.',
} as const;
