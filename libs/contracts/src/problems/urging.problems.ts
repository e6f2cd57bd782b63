import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

/** Of urging the lower unit, and of its answer: triage, investigation, response. */
export const URGING_PROBLEMS = defineProblems({
  NOTHING_LATE: {
    status: 409,
    title: words('Không có việc nào quá thời hạn theo luật', 'Nothing is late by law'),
    detail: words(
      'Chỉ đôn đốc vì quá hạn khi đã quá thời hạn theo luật. Hãy tải lại hồ sơ để xem thời hạn.',
      'What is urged for being late is late by law. Reload the file to see the limits.',
    ),
  },
  KIND_NOT_URGED: {
    status: 409,
    title: words('Không đôn đốc loại đơn này', 'This kind is not urged'),
    detail: words(
      'Quy định về đôn đốc cấp dưới chỉ nói về khiếu nại và tố cáo. Nếu nội dung đơn là khiếu nại hoặc tố cáo, hãy đề nghị phân loại lại.',
      'The law speaks of complaints and denunciations alone. If it is one by its content, have it classified again.',
    ),
    members: ['kind'],
  },
  NOT_DIRECTLY_ABOVE: {
    status: 409,
    title: words('Chỉ cấp trên trực tiếp đôn đốc', 'Only the level directly above urges'),
    detail: words(
      'Thủ trưởng đơn vị cấp trên trực tiếp của đơn vị đang xử lý đơn, giải quyết vụ việc đôn đốc (TT 05/2021/TT-TTCP Đ.14 k.2). Cấp cao hơn chỉ đôn đốc khi ở đó không còn thủ trưởng nào được xem hồ sơ.',
      'The head directly above the unit that handles it urges it (Circular 05/2021 Art. 14.2). A higher one does only where no head there may see it.',
    ),
  },
  LETTER_NUMBER_MISSING: {
    status: 422,
    title: words('Thiếu số công văn', 'The number of the letter is missing'),
    detail: words(
      'Đã ghi ngày công văn thì hãy ghi cả số, ký hiệu công văn; nếu chưa có công văn thì bỏ trống cả hai.',
      'A date of the letter needs its number, too. While there is no letter, leave both empty.',
    ),
    field: '/letter',
  },
  LETTER_BEFORE_RECEIPT: {
    status: 422,
    title: words('Ngày công văn không hợp lệ', 'Wrong date of the letter'),
    detail: words(
      'Công văn đôn đốc không thể có ngày trước ngày nhận đơn.',
      'A letter that urges a petition cannot be older than its receipt.',
    ),
    field: '/letterOn',
  },
  ALREADY_URGED: {
    status: 409,
    title: words('Đơn vị đã được đôn đốc', 'The unit has been urged'),
    detail: words(
      'Mỗi ngày chỉ đôn đốc một lần, và không đôn đốc lại khi thời hạn báo cáo lý do chậm chưa hết.',
      'Once a day is enough, and not again before the date for the report on the delay is over.',
    ),
    members: ['on'],
  },
  NO_REPORT_AWAITED: {
    status: 409,
    title: words('Không có báo cáo nào đang chờ', 'No report is awaited'),
    detail: words(
      'Hãy tải lại hồ sơ: báo cáo có thể đã được gửi, hoặc đã có quyết định.',
      'Reload the file: it may have been reported, or decided.',
    ),
  },
});
