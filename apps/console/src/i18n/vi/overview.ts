/** Tổng quan của thủ trưởng: tồn, vào, ra, đúng hạn, quá hạn. */
export const overview = {
  'overview.title': 'Tổng quan',
  'overview.lead':
    '{unit} và các đơn vị trực thuộc, ngày {date}. Chỉ tính những hồ sơ bạn được xem.',
  'overview.whole': 'Toàn bộ phạm vi của tôi',
  'overview.table': 'Xem bảng số liệu',
  'overview.open': 'Đang chờ xử lý',
  'overview.matters': 'Số hồ sơ',
  'overview.ages': 'Hồ sơ đang chờ, theo số ngày từ khi nhận đơn',
  'overview.agesSaid':
    'Biểu đồ: {open} hồ sơ đang chờ, trong đó {old} hồ sơ đã nhận quá 45 ngày. Bảng số liệu ở dưới.',
  'overview.age': '{from}–{to}',
  'overview.ageFrom': 'từ {from}',
  'overview.days': 'Số ngày',
  'overview.weeks': 'Vào và ra theo tuần, 26 tuần',
  'overview.weeksSaid':
    'Biểu đồ: trong 26 tuần, {came} đơn vào, {went} hồ sơ giải quyết xong. Bảng số liệu ở dưới.',
  'overview.weekOf': 'Tuần',
  'overview.week': 'Tuần {week}, từ {from}',
  'overview.in': 'Đơn nhận',
  'overview.out': 'Xử lý xong',
  'overview.months': 'Việc có hạn theo luật, theo tháng làm xong',
  'overview.monthsInternal': 'Việc có chỉ tiêu nội bộ, theo tháng làm xong',
  'overview.monthsSaid':
    'Biểu đồ: trong 12 tháng, {inTime} việc làm xong đúng hạn, {late} việc làm xong khi đã quá hạn. Bảng số liệu ở dưới.',
  'overview.month': 'Tháng',
  'overview.inTime': 'Đúng hạn',
  'overview.late': 'Quá hạn',
  'overview.units': 'Đang chờ, theo đơn vị',
  'overview.stages': 'Đang chờ, theo tình trạng và loại',
} as const;
