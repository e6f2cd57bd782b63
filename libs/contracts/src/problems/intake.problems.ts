import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const INTAKE_PROBLEMS = defineProblems({
  RECEIVED_IN_FUTURE: {
    status: 422,
    title: words('Ngày nhận không hợp lệ', 'Wrong receipt date'),
    detail: words('Ngày nhận không được sau hôm nay.', 'The receipt date cannot be in the future.'),
    field: '/receivedOn',
  },
  RECEIVED_TOO_LONG_AGO: {
    status: 422,
    title: words('Ngày nhận đã quá lâu', 'Receipt date too long ago'),
    detail: words(
      'Ngày nhận cách hôm nay hơn {days} ngày; hãy kiểm tra lại ngày, hoặc báo cáo người phụ trách.',
      'The receipt date is more than {days} days ago; check it, or report to your superior.',
    ),
    members: ['days'],
    field: '/receivedOn',
  },
  NOTHING_CORRECTED: {
    status: 422,
    title: words('Chưa có gì để đính chính', 'Nothing to correct'),
    detail: words(
      'Hãy ghi ít nhất một thông tin đúng của người gửi đơn.',
      'Write at least one thing of the sender that is to be mended.',
    ),
    field: '/name',
  },
  RECEIPT_DATE_SAME: {
    status: 422,
    title: words('Ngày nhận không thay đổi', 'The receipt date is the same'),
    detail: words(
      'Ngày này đang là ngày nhận của đơn; không có gì để đính chính.',
      'This is the receipt date already; there is nothing to correct.',
    ),
    field: '/receivedOn',
  },
  RECEIVED_AFTER_REGISTRATION: {
    status: 422,
    title: words('Ngày nhận sau ngày vào sổ', 'Received after it was registered'),
    detail: words(
      'Đơn đã vào sổ ngày {registeredOn}, nên ngày nhận không thể sau ngày đó.',
      'It was registered on {registeredOn}, so it cannot have come later.',
    ),
    members: ['registeredOn'],
    field: '/receivedOn',
  },
  RECEIVED_LONG_BEFORE_REGISTRATION: {
    status: 422,
    title: words('Ngày nhận quá xa ngày vào sổ', 'Received long before it was registered'),
    detail: words(
      'Ngày nhận cách ngày vào sổ hơn {days} ngày; hãy kiểm tra lại ngày, hoặc báo cáo người phụ trách.',
      'The receipt date is more than {days} days before the registration; check it, or report to your superior.',
    ),
    members: ['days'],
    field: '/receivedOn',
  },
  CORRECTION_PENDING: {
    status: 409,
    title: words('Đang chờ người thứ hai xác nhận', 'A second person has to confirm first'),
    detail: words(
      'Đã có một đề nghị đính chính cho đơn này. Hãy xác nhận hoặc từ chối đề nghị đó trước khi đề nghị lại.',
      'A correction of this petition waits already. Confirm or decline that first.',
    ),
  },
  NO_CORRECTION_PENDING: {
    status: 409,
    title: words('Không có đề nghị đính chính nào đang chờ', 'No correction waits'),
    detail: words(
      'Hãy tải lại hồ sơ: đề nghị có thể đã được xác nhận hoặc từ chối.',
      'Reload the file: it may have been confirmed or declined.',
    ),
  },
  ANOTHER_PERSON_CONFIRMS: {
    status: 409,
    title: words('Phải do một người khác xác nhận', 'Another person has to confirm'),
    detail: words(
      'Người đề nghị đính chính không được tự xác nhận, dù với chức danh nào; người đang thay mặt người đó hoặc thủ trưởng mà người đó thay mặt cũng vậy. Một người khác của đơn vị, hoặc của đơn vị cấp trên, sẽ xác nhận.',
      'The proposer cannot confirm, in whatever post, nor can their deputy or the head they deputise for. Another person of the unit, or of a unit above, has to.',
    ),
  },
  SUPERIOR_CONFIRMS: {
    status: 409,
    title: words('Cấp trên phải xác nhận đính chính này', 'The superior has to confirm this'),
    detail: words(
      'Cấp trên đã được báo cáo đơn này quá hạn theo ngày nhận đang ghi, và đính chính có thể thu hồi báo cáo đó. Vì vậy một người khác của {unitVi}, hoặc của đơn vị cấp trên nữa, xác nhận. Đây là quy định nội bộ.',
      'The superior was told that this petition is late by the receipt date on record, and the correction may take that back. So another person of {unitEn}, or of a unit above it, confirms. This is an internal rule.',
    ),
    members: ['unit'],
  },
  DATED_AFTER_RECEIPT: {
    status: 422,
    title: words('Ngày trên đơn không hợp lệ', 'Wrong date on the paper'),
    detail: words(
      'Ngày ghi trên đơn không được sau ngày nhận.',
      'The date on the paper cannot be after its receipt.',
    ),
    members: ['field'],
  },
  RATING_NOT_OPEN: {
    status: 409,
    title: words('Chưa đánh giá được, hoặc đã đánh giá', 'Not to be rated now'),
    detail: words(
      'Việc giải quyết được đánh giá một lần, sau khi người gửi đơn đã nhận quyết định.',
      'How it was handled is rated once, after its sender has received the decision.',
    ),
  },
  WITHDRAWAL_NOT_OPEN: {
    status: 409,
    title: words('Chưa yêu cầu rút được, hoặc đã yêu cầu', 'No withdrawal can be asked for now'),
    detail: words(
      'Trên trang này, khiếu nại được yêu cầu rút một lần, trước khi có quyết định. Ông/bà vẫn có thể nộp đơn rút có chữ ký.',
      'On this page the withdrawal of a complaint is asked for once, before the decision. A signed paper can still be handed in.',
    ),
  },
  DENUNCIATION_IN_THE_OPEN: {
    status: 422,
    title: words('Đơn tố cáo không ghi trích yếu', 'A denunciation has no gist'),
    detail: words(
      'Nội dung tố cáo được giữ kín; hãy để trống trích yếu.',
      'What a denunciation says is kept closed; leave the gist empty.',
    ),
    field: '/gist',
  },
  DENUNCIATION_SEALED: {
    status: 403,
    title: words(
      'Đơn tố cáo: danh tính và nội dung được giữ kín',
      'A denunciation: sender and words are sealed',
    ),
    detail: words(
      'Chỉ người được giao tiếp nhận, xử lý tố cáo mới được mở.',
      'Only people appointed to receive and handle denunciations may open them.',
    ),
  },
  VERIFIERS_OPEN_NOTHING: {
    status: 403,
    title: words('Người xác minh không mở danh tính người gửi', 'Verifiers do not open the sender'),
    detail: words(
      'Người đang, đã hoặc có thể được giao xác minh vụ việc không mở danh tính và bản quét, dù với chức danh nào khác hay khi thay mặt ai. Hãy nhờ một người khác của đơn vị có quyền mở.',
      'A person who verifies the case, did, or may be given it opens neither the sender nor the scan, in whatever other post, and for nobody else. Ask another person of the unit who may.',
    ),
  },
  CALLED_BY_ONESELF: {
    status: 403,
    title: words('Người khác phải mở đơn này', 'Another person must open this one'),
    detail: words(
      'Người đã xếp đơn này là tố cáo không tự mở danh tính, nội dung hay bản quét. Hãy đề nghị một người khác được giao xử lý tố cáo, ở đơn vị này hoặc ở cấp trên.',
      'The person who called this petition a denunciation opens neither its sender nor its words or scan. Ask another denunciation officer, of this unit or of one above.',
    ),
  },
  TOO_MANY_REGISTERED: {
    status: 429,
    title: words('Hôm nay đã đăng ký quá nhiều đơn', 'Too many registered today'),
    detail: words(
      'Trong một ngày, mỗi người chỉ đăng ký được tối đa {atMost} đơn. Hãy nhờ người tiếp nhận khác, hoặc tiếp tục vào ngày mai; bộ phận vận hành có thể nâng giới hạn này.',
      'Within a day one person may register at most {atMost} petitions. Ask another receiver, or go on tomorrow; whoever runs the system can raise this limit.',
    ),
    members: ['atMost'],
  },
  RECEIPT_CODE_USED: {
    status: 409,
    title: words('Mã tra cứu đã được dùng', 'The receipt code is in use'),
    detail: words(
      'Mã tra cứu này thuộc một đơn khác; hãy mở lại trang tiếp nhận để có mã mới.',
      'This receipt code belongs to another petition; open the page again for a new one.',
    ),
  },
  PETITION_UNKNOWN: {
    status: 404,
    title: words('Không tìm thấy', 'Not found'),
    detail: words('Không tìm thấy, hoặc không có quyền xem.', 'Not found, or not yours to see.'),
  },
  CASE_OF_ANOTHER_PETITION: {
    status: 409,
    title: words('Vụ việc không phải của đơn này', 'The case is not that of this petition'),
    detail: words(
      'Bộ phận vận hành phải xử lý thông điệp này.',
      'An operator has to look at this message.',
    ),
  },
  RECEIPT_CODE_WRONG: {
    status: 404,
    title: words('Không có đơn nào với mã này', 'No petition has this code'),
    detail: words(
      'Hãy so từng nhóm với giấy biên nhận. Vẫn không được, hãy hỏi nơi nhận đơn: đọc số đơn, không đọc mã.',
      'Compare each group with your receipt. If it still fails, ask where you handed it in: give the petition number, never the code.',
    ),
  },
  DISCLOSURE_TOO_OLD: {
    status: 409,
    title: words('Lượt mở thông tin đã hết hiệu lực', 'This disclosure has lapsed'),
    detail: words(
      'Lượt mở này đã ghi nhật ký từ trước; hãy mở lại để ghi nhật ký một lượt mới.',
      'It was logged some time ago; open the identity again, so that it is logged anew.',
    ),
  },
  DISCLOSURE_LIMIT: {
    status: 429,
    title: words('Đã mở danh tính của quá nhiều đơn', 'Too many identities opened'),
    detail: words(
      'Trong một giờ chỉ được mở thông tin danh tính của tối đa {atMost} đơn. Lần này không mở và đã được ghi lại để thủ trưởng giám sát; có thể mở sau {minutes} phút nữa.',
      'Within an hour the identities of at most {atMost} petitions may be opened. Nothing was opened now, and the attempt is on record for those who supervise; you can go on in {minutes} minutes.',
    ),
    members: ['atMost', 'seconds'],
  },
  FILE_MISSING: {
    status: 422,
    title: words('Không có tệp', 'No file'),
    detail: words(
      'Đơn này không có tệp, hoặc yêu cầu không kèm tệp.',
      'There is no file with this petition or request.',
    ),
  },
  FILES_BUSY: {
    status: 503,
    title: words('Đang có nhiều tệp chờ kiểm tra', 'Many files are waiting to be checked'),
    detail: words(
      'Tệp này chưa được nhận. Hãy gửi lại sau ít phút; nội dung đã nhập trên biểu mẫu vẫn còn.',
      'This file was not taken. Send it again in a few minutes; what you have entered in the form is kept.',
    ),
  },
  FILE_UNCLEANABLE: {
    status: 422,
    title: words('Không tạo được bản làm việc', 'No working copy can be made'),
    detail: words(
      'Không thể chắc chắn rằng bản làm việc bỏ hết thông tin về người tạo tệp và vẫn giữ đủ những gì tệp hiển thị, nên bản này không được tạo. Nếu công việc thật sự cần, hãy chọn mở bản gốc; việc mở được ghi nhật ký.',
      'It is not certain that a working copy would leave out everything about the file’s maker and still show all that the file shows, so none was made. Where the work really needs it, choose to open the original; that is logged.',
    ),
  },
  FILE_ERASED: {
    status: 410,
    title: words('Tệp đã được xóa', 'The file was erased'),
    detail: words(
      'Khóa của tệp đã bị hủy; nội dung không thể mở lại.',
      'Its key was destroyed; it can never be opened again.',
    ),
  },
});
