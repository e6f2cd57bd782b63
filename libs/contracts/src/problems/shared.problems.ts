import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

/** What several contexts refuse alike. */
export const SHARED_PROBLEMS = defineProblems({
  EXPORT_TOO_LONG: {
    status: 422,
    title: words('Danh sách quá dài để tải về', 'The list is too long for a file'),
    detail: words(
      'Mỗi tệp có nhiều nhất {most} việc; chưa có gì được tải về. Hãy lọc hẹp hơn, ví dụ theo khoảng ngày, rồi tải từng phần.',
      'A file holds at most {most} matters; nothing has left. Narrow the list, for example by days, and take it in parts.',
    ),
    members: ['most'],
  },
  EXPORT_BUSY: {
    status: 503,
    title: words('Đang có người khác tải danh sách', 'Other lists are being taken right now'),
    detail: words(
      'Chưa có gì được tải về. Hãy thử lại sau ít giây.',
      'Nothing has left. Try again in a few seconds.',
    ),
  },
  RESPONDENT_UNKNOWN: {
    status: 422,
    title: words('Không có đơn vị hoặc người này', 'Unknown unit or person'),
    detail: words(
      'Hãy chọn đơn vị, vị trí, người có trong danh bạ vào ngày đã nêu. Nếu chưa xác định được, hãy để trống.',
      'Choose units, posts and people that the directory knows on that day. Leave it empty while they are not known.',
    ),
    members: ['field'],
  },
  NOBODY_LEFT: {
    status: 422,
    title: words(
      'Không còn ai được xử lý nếu đơn là tố cáo',
      'Nobody would be left to handle it as a denunciation',
    ),
    detail: words(
      'Nếu ghi tất cả những người, đơn vị này và đơn là tố cáo, sẽ không còn ai ngoài người ghi được phân loại đơn, mở danh tính người tố cáo, giao việc, phê duyệt, xác minh hoặc gửi quyết định. Người đã xác định đơn là tố cáo không được mở danh tính trong đơn đó. Hãy ghi ít người, đơn vị hơn, hoặc đề nghị đơn vị cấp trên đăng ký đơn.',
      'With all these respondents, and were it a denunciation, nobody but the one who names them could classify it, open who sent it, assign, approve, verify or send. A person who called it a denunciation does not open who sent it. Name fewer, or have the level above register it.',
    ),
  },
  ABOUT_ONESELF: {
    status: 409,
    title: words('Người khác phải xác định đơn là tố cáo', 'Somebody else has to call it that'),
    detail: words(
      'Người có thể bị nêu trong đơn không tự xác định đơn là tố cáo. Hãy báo người phân loại khác của đơn vị, cán bộ tiếp nhận, xử lý tố cáo, hoặc thủ trưởng cấp trên.',
      'A person whom it may be about does not call it a denunciation. Tell another classifier of the unit, an officer for denunciations, or a head above.',
    ),
  },
  TAKES_ONESELF_OUT: {
    status: 409,
    title: words('Người khác phải ghi nhận việc này', 'Somebody else has to record this'),
    detail: words(
      'Theo những gì đã ghi nhận, đơn có thể nói về chính người ghi; nếu ghi như vậy thì đơn không còn nói về người ấy. Hãy báo người phân loại khác của đơn vị, hoặc thủ trưởng cấp trên.',
      'By what is on record it may be about the person who writes this, and with these names it would no longer be. Tell another classifier of the unit, or a head above.',
    ),
  },
  NAMES_ABOVE: {
    status: 422,
    title: words(
      'Người có thể bị tố cáo không tự ghi tên người cấp trên',
      'People whom it may be about do not name people above them',
    ),
    detail: words(
      'Đơn này có thể nói về bạn hoặc đơn vị mà bạn phụ trách, nên bạn không tự ghi người, đơn vị cấp trên là người bị khiếu nại, tố cáo. Hãy đề nghị người khác trong đơn vị hoặc cấp trên ghi.',
      'It may be about you or a unit that you head, so you cannot name people or units above you as respondents. Have somebody else in the unit, or someone above, name them.',
    ),
  },
  NOTHING_TO_DISCLOSE: {
    status: 409,
    title: words('Không có thông tin nào để mở', 'There is nothing to open'),
    detail: words(
      'Hồ sơ này không lưu thông tin đã chọn.',
      'This file holds none of what was chosen.',
    ),
  },
  PURPOSE_UNKNOWN: {
    status: 422,
    title: words('Chưa chọn mục đích hợp lệ', 'No valid purpose was chosen'),
    detail: words(
      'Hãy chọn một mục đích trong danh sách rồi mở lại.',
      'Choose one of the listed purposes, then open it again.',
    ),
  },
  UPLOAD_UNKNOWN: {
    status: 422,
    title: words('Không tìm thấy tệp đã tải lên', 'The uploaded file is not there'),
    detail: words(
      'Tệp có thể đã quá hạn chờ. Hãy tải tệp lên lại rồi gửi.',
      'It may have waited too long. Upload the file again, then send.',
    ),
  },
  NUMBER_TAKEN: {
    status: 503,
    title: words('Chưa cấp được số', 'No number could be drawn'),
    detail: words('Hãy gửi lại sau ít phút.', 'Try again in a few minutes.'),
  },
  DATE_IN_FUTURE: {
    status: 422,
    title: words('Ngày không hợp lệ', 'Wrong date'),
    detail: words('Ngày không được sau hôm nay.', 'The date cannot be in the future.'),
    members: ['field'],
  },
  'date.invalid': {
    status: 422,
    title: words('Ngày không hợp lệ', 'The date is not valid'),
    detail: words('Hãy kiểm tra lại ngày.', 'Check the date.'),
  },
  'date.out_of_range': {
    status: 422,
    title: words('Ngày nằm ngoài phạm vi lịch', 'The date is beyond the calendar'),
    detail: words('Hãy kiểm tra lại năm.', 'Check the year.'),
  },
});
