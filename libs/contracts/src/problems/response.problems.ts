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
    title: words('Quyết định này không gửi đến nơi nhận đó', 'No addressee of this decision'),
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
      'Ngày này làm cho việc đã quá hạn thành đúng hạn. Vì vậy một người khác của {unitVi}, hoặc của đơn vị cấp trên nữa, xác nhận. Đây là quy định nội bộ.',
      'By this day, what was late would be in time. So another person of {unitEn}, or of a unit above it, confirms. This is an internal rule.',
    ),
    members: ['unit'],
  },
  NOT_TO_BE_PUBLISHED: {
    status: 409,
    title: words('Không công khai theo cách này', 'Not published in this way'),
    detail: words(
      'Chỉ quyết định giải quyết khiếu nại được công khai ở đây (NĐ 124/2020 Đ.29 k.3). Kết luận nội dung tố cáo công khai theo Luật Tố cáo Đ.40.',
      'Only decisions on complaints are published here (Decree 124/2020 Art. 29.3). Conclusions on denunciations go by the Law on Denunciations Art. 40.',
    ),
  },
  ALREADY_PUBLISHED: {
    status: 409,
    title: words('Quyết định đã được công khai', 'The decision is public already'),
    detail: words(
      'Muốn thay bản công khai, hãy gỡ bản đang công khai trước.',
      'To replace its text, take back what is public first.',
    ),
  },
  SENDER_IN_TEXT: {
    status: 422,
    title: words(
      'Bản công khai còn thông tin của người gửi đơn',
      'The text still tells of the sender',
    ),
    detail: words(
      'Trong văn bản còn thông tin đang niêm phong của người gửi đơn. Hãy đọc lại, lược bỏ họ tên, địa chỉ, số điện thoại, số giấy tờ, mã số thuế.',
      'It holds something that is sealed of the sender. Read it again; leave out name, address, phone and identity or tax numbers.',
    ),
    field: '/text',
  },
  NO_PUBLICATION_PENDING: {
    status: 409,
    title: words('Không có bản công khai này đang chờ đọc', 'No such text waits to be read'),
    detail: words(
      'Bản công khai có thể đã được thay, trả lại hoặc công khai. Hãy tải lại hồ sơ.',
      'It may have been replaced, returned or published. Reload the file.',
    ),
  },
  SECOND_READER_NEEDED: {
    status: 409,
    title: words('Phải do một người khác xác nhận', 'Another person has to confirm'),
    detail: words(
      'Người chuẩn bị hoặc đề nghị không tự xác nhận, dù với chức danh nào; người thay mặt người đó hoặc thủ trưởng mà người đó thay mặt cũng vậy.',
      'Who prepared or proposed it cannot confirm, in whatever post, nor can their deputy or the head they deputise for.',
    ),
  },
  NOT_PUBLISHED_NOW: {
    status: 409,
    title: words('Quyết định chưa được công khai', 'The decision is not public'),
    detail: words('Không có bản công khai nào để gỡ.', 'There is nothing to take back.'),
  },
  TAKING_BACK_PENDING: {
    status: 409,
    title: words('Đã có đề nghị gỡ đang chờ', 'It is proposed already'),
    detail: words(
      'Một người khác xác nhận hoặc từ chối đề nghị đó.',
      'Another person confirms or declines that.',
    ),
  },
  NO_TAKING_BACK_PENDING: {
    status: 409,
    title: words('Không có đề nghị gỡ nào đang chờ', 'Nothing is proposed'),
    detail: words(
      'Hãy tải lại hồ sơ: đề nghị có thể đã được xác nhận hoặc từ chối.',
      'Reload the file: it may have been confirmed or declined.',
    ),
  },
  ADDRESSEES_OWED: {
    status: 409,
    title: words('Chưa gửi đủ nơi nhận', 'Not sent to all yet'),
    detail: words(
      'Còn nơi phải nhận quyết định. Hãy ghi việc gửi đến từng nơi rồi kết thúc.',
      'Some addressees have not been sent it. Record each sending, then close.',
    ),
    members: ['missing'],
  },
  CLOSING_REASON_MISSING: {
    status: 422,
    title: words('Chưa có căn cứ kết thúc', 'No reason to close it'),
    detail: words(
      'Hãy chọn căn cứ kết thúc phù hợp với vụ việc: quyết định đã có hiệu lực và không còn gì phải thi hành, hoặc khiếu nại lần đầu đã có khiếu nại lần hai.',
      'Choose why: the decision has legal effect and nothing is left to carry out; or, of a first complaint, that there is a second.',
    ),
    field: '/because',
  },
  PUBLICATION_OWED: {
    status: 409,
    title: words('Quyết định chưa được công khai', 'The decision is not published'),
    detail: words(
      'Quyết định giải quyết khiếu nại phải được công khai trước khi kết thúc hồ sơ (NĐ 124/2020 Đ.29 k.3).',
      'A decision on a complaint is published before the file is closed (Decree 124/2020 Art. 29.3).',
    ),
  },
  PUBLICATION_TOO_SHORT: {
    status: 409,
    title: words('Chưa công khai đủ 15 ngày', 'Not public for 15 days yet'),
    detail: words(
      'Quyết định phải được công khai ít nhất 15 ngày, hết ngày {until} (NĐ 124/2020 Đ.29 k.3).',
      'It stays public for at least 15 days, until the end of {until} (Decree 124/2020 Art. 29.3).',
    ),
    members: ['until'],
  },
  NOT_IN_FORCE_YET: {
    status: 409,
    title: words('Quyết định chưa có hiệu lực pháp luật', 'The decision has no legal effect yet'),
    detail: words(
      'Quyết định có hiệu lực sau ngày {until} (Luật Khiếu nại Đ.44). Chỉ kết thúc sớm hơn khi đã có khiếu nại lần hai.',
      'It has legal effect after {until} (Law on Complaints Art. 44). It is closed earlier only where there is a second complaint.',
    ),
    members: ['until'],
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
