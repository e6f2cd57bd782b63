/** Những việc được phép nhưng cần người kiểm tra nhìn lại. */
export const alarms = {
  'alarms.title': 'Cảnh báo an ninh',
  'alarms.lead':
    'Những việc được phép nhưng cần xem lại: người kiểm tra nội bộ và quản trị viên xem xét việc đó có chính đáng không. Trang này không nêu hồ sơ nào.',
  'alarms.empty': 'Chưa có cảnh báo nào',
  'alarms.several-powers': 'Nhiều quyền dồn vào một người',
  'alarms.new-account-opened-identity': 'Tài khoản lần đầu mở danh tính',
  'alarms.last-of-duty-ended': 'Đơn vị không còn ai giữ nhiệm vụ này',
  'alarms.many-called-denunciations': 'Một người xác định nhiều đơn là tố cáo trong một ngày',
  'alarms.unit-moved': 'Đơn vị được chuyển sang trực thuộc đơn vị khác',
  'alarms.nobody-handles': 'Có đơn tố cáo mà không còn ai được xử lý',
  'alarms.many-registered': 'Một người đăng ký rất nhiều đơn trong một ngày',
  'alarms.many-declined-corrections':
    'Một người từ chối nhiều đề nghị đính chính ngày nhận của người khác trong một ngày',
  'alarms.many-merged': 'Một người nhập trùng nhiều đơn trong một ngày',
  'alarms.nameSomebody': 'Cần bố trí người không liên quan, ở đơn vị này hoặc cấp trên.',
  'alarms.ended': 'Nhiệm vụ không còn người giữ: {roles} ({unit})',
  'alarms.endedBy': 'Người ghi thay đổi: {name}',
  'alarms.calledBy': 'Người thực hiện lần cuối, với tư cách người được cử thay: {name}',
  'alarms.by': 'Người xác nhận: {name}',
  'alarms.roles': 'Hiện có các quyền: {roles}',
};
