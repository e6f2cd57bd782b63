import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const RESPONSE_PROBLEMS = defineProblems({
  SIGNER_CANNOT_SIGN: {
    status: 422,
    title: words('Người ký không có thẩm quyền', 'This person cannot sign'),
    detail: words(
      'Người ký phải là người đã phê duyệt kết luận hoặc chính người đang ban hành; vào ngày ban hành phải là thủ trưởng đơn vị ban hành (hoặc người được giao), và không bị đơn nêu tên.',
      'The signer is the person who approved the conclusion, or the one who issues. They must head the issuing unit, or act for its head, on the day of issue, and the petition must not be about them.',
    ),
    field: '/signer',
  },
  CONCLUSION_NOT_APPROVED: {
    status: 422,
    title: words('Khác với kết luận đã phê duyệt', 'Not the approved conclusion'),
    detail: words(
      'Quyết định phải theo đúng kết luận đã được phê duyệt của vụ việc.',
      'The decision must follow the approved conclusion of the case.',
    ),
    members: ['approved'],
    field: '/conclusion',
  },
  NOT_AN_ADDRESSEE: {
    status: 422,
    title: words('Quyết định này không gửi nơi đó', 'No addressee of this decision'),
    detail: words(
      'Pháp luật không quy định gửi quyết định này đến nơi nhận đã chọn. Hãy chọn nơi nhận khác.',
      'No law sends this decision to the chosen addressee. Choose another.',
    ),
    field: '/to',
  },
  ALREADY_SENT: {
    status: 409,
    title: words('Đã ghi việc gửi đến nơi này', 'Already sent there'),
    detail: words(
      'Hãy tải lại hồ sơ để xem những nơi còn phải gửi.',
      'Reload the file to see whom it still has to go to.',
    ),
    field: '/to',
  },
  ALREADY_RECEIVED: {
    status: 409,
    title: words('Đã ghi ngày nhận của nơi này', 'Its receipt is recorded'),
    detail: words(
      'Hãy tải lại hồ sơ để xem những nơi chưa nhận.',
      'Reload the file to see who has not received it.',
    ),
    field: '/to',
  },
  ADDRESSEE_MISSING: {
    status: 422,
    title: words('Chưa ghi gửi cho ai', 'Nobody is named'),
    detail: words(
      'Hãy nhập họ tên hoặc tên cơ quan, và địa chỉ nhận.',
      'Enter the name of the person or body, and the address.',
    ),
    field: '/addressee',
  },
  NO_DAY_WAITS: {
    status: 409,
    title: words('Không có ngày nào chờ xác nhận', 'No day waits'),
    detail: words(
      'Ngày đang chờ đã được xác nhận hoặc không được xác nhận. Hãy tải lại hồ sơ.',
      'It was confirmed or declined meanwhile. Reload the file.',
    ),
  },
  DAY_CONFIRMED_ABOVE: {
    status: 409,
    title: words('Cấp trên phải xác nhận ngày này', 'The superior has to confirm this day'),
    detail: words(
      'Ngày này làm cho việc đã quá hạn thành đúng hạn. Vì vậy đơn vị quá hạn không tự xác nhận; người đã là thủ trưởng hoặc thay mặt thủ trưởng đơn vị đó cũng không. Một người khác của {unitVi}, hoặc của đơn vị cấp trên nữa, sẽ xác nhận.',
      'By this day, what was late would be in time. So nobody of the late unit confirms it, nor anyone who headed it or acted for its head. Another person of {unitEn}, or of a unit above, has to.',
    ),
    members: ['unit'],
  },
  NOT_THE_TIME_FOR_THIS: {
    status: 409,
    title: words('Chưa đến, hoặc đã qua bước này', 'Not the time for this step'),
    detail: words(
      'Hãy tải lại hồ sơ để xem bước tiếp theo.',
      'Reload the file to see the next step.',
    ),
    members: ['state', 'expected'],
  },
  DATE_TOO_EARLY: {
    status: 422,
    title: words('Ngày không hợp lệ', 'Wrong date'),
    detail: words('Ngày không được trước {earliest}.', 'The date cannot be before {earliest}.'),
    members: ['field', 'earliest'],
  },
});
