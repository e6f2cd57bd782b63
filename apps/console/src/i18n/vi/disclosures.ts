/** For heads: who opened whose identity. */
export const disclosures = {
  'disclosures.title': 'Nhật ký mở danh tính',
  'disclosures.lead':
    'Ai trong đơn vị và các đơn vị trực thuộc đã mở danh tính người gửi đơn, để làm gì, bao nhiêu lần. Không hiện nội dung đã xem.',
  'disclosures.weeks': 'Chọn tuần',
  'disclosures.before': 'Tuần trước',
  'disclosures.after': 'Tuần sau',
  'disclosures.week': 'Tuần từ {from} đến {to}',
  'disclosures.empty': 'Trong tuần này không có danh tính nào được mở',
  'disclosures.opened': 'Mở {n} lần',
  'disclosures.last': 'Lần cuối {time}',
  'disclosures.refused': '{n} lần bị từ chối do vượt giới hạn trong giờ',
  'proposedDecisions.title':
    'Đơn được xếp là tố cáo; tố cáo được đề nghị phân loại lại hoặc kết thúc xử lý',
  'proposedDecisions.lead':
    'Trong tuần này, ở các đơn vị cấp dưới: ai xếp đơn là tố cáo, ai đề nghị, ai xác nhận hoặc không chấp nhận.',
  'proposedDecisions.empty': 'Trong tuần này không có việc nào như vậy',
  'proposedDecisions.called': 'Xếp đơn là tố cáo',
  'proposedDecisions.proposed': 'Đề nghị {what}',
  'proposedDecisions.confirmed': 'Xác nhận {what}',
  'proposedDecisions.declined': 'Không chấp nhận {what}',
  'receiptCorrections.title': 'Đính chính ngày nhận đơn',
  'receiptCorrections.lead':
    'Trong tuần này, ở các đơn vị cấp dưới: ai đề nghị, ai xác nhận, ai không chấp nhận. Ngày nhận làm thời hạn thay đổi.',
  'receiptCorrections.empty': 'Trong tuần này không có đề nghị đính chính nào',
  'receiptCorrections.proposed': 'Đề nghị ngày nhận {day}',
  'receiptCorrections.confirmed': 'Xác nhận ngày nhận {day}',
  'receiptCorrections.declined': 'Không chấp nhận ngày nhận {day}',
  'receiptCorrections.withdrawn': 'Rút đề nghị ngày nhận {day}',
} as const;
