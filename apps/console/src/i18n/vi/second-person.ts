/** Việc chờ người thứ hai. */
export const secondPerson = {
  'nav.second': 'Chờ tôi xác nhận',
  'start.secondPerson': 'Đề nghị của người khác, chờ tôi xác nhận (tất cả)',
  'second.title': 'Chờ tôi xác nhận',
  'second.lead':
    'Việc do người khác đề nghị hoặc ghi nhận, cần người thứ hai, và được phép xác nhận với chức danh đang chọn. Mở hồ sơ để xem rồi xác nhận hoặc từ chối.',
  'second.empty': 'Không có việc nào đang chờ người thứ hai.',
  'second.what': 'Việc cần xác nhận',
  'second.matter': 'Hồ sơ',
  'second.unit': 'Đơn vị',
  'second.by': 'Người đề nghị',
  'second.since': 'Từ lúc',
  'second.more': 'Chưa hiện hết; phần còn lại hiện ra khi những việc trên đã được trả lời.',
} as const;
