import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const TRIAGE_PROBLEMS = defineProblems({
  ALREADY_DECIDED: {
    status: 409,
    title: words('Đơn đã có quyết định xử lý', 'The petition has been decided'),
    detail: words('Hãy tải lại hồ sơ để xem quyết định.', 'Reload the file to see the decision.'),
    members: ['state'],
  },
  NOT_CLASSIFIED: {
    status: 409,
    title: words('Đơn chưa được phân loại', 'The petition is not classified'),
    detail: words(
      'Hãy phân loại đơn trước khi quyết định.',
      'Classify the petition before you decide.',
    ),
  },
  KIND_NOT_YET_HANDLED: {
    status: 409,
    title: words('Chưa thụ lý được loại đơn này', 'This kind cannot be accepted yet'),
    detail: words(
      'Hệ thống hiện chỉ thụ lý đơn khiếu nại; đơn tố cáo, kiến nghị, phản ánh có trình tự riêng và sẽ được bổ sung sau. Đơn vẫn có thể được hướng dẫn, chuyển hoặc lưu.',
      'Only complaints can be accepted for now; the procedures of other kinds come later. The petition can still be guided, transferred or filed.',
    ),
    members: ['kind'],
  },
  AWAITING_SECOND_PERSON: {
    status: 409,
    title: words('Đang chờ người thứ hai xác nhận', 'A second person has to confirm first'),
    detail: words(
      'Đã có đề nghị về việc xử lý đơn tố cáo này. Hãy xác nhận hoặc từ chối đề nghị đó trước khi làm việc khác.',
      'Somebody proposed a decision on this denunciation. Confirm or decline that first.',
    ),
    members: ['proposed'],
  },
  SECOND_PERSON_NEEDED: {
    status: 409,
    title: words('Phải do một người khác xác nhận', 'Another person has to confirm'),
    detail: words(
      'Người đề nghị không được tự xác nhận, dù với chức danh nào; người đang thay mặt người đó, thủ trưởng mà người đó thay mặt, hoặc người khác cùng thay mặt thủ trưởng ấy cũng vậy. Người khác có quyền phân loại trong đơn vị hoặc ở đơn vị cấp trên sẽ xác nhận.',
      'The proposer cannot confirm, in whatever post, nor can their deputy, the head they deputise for, or another deputy of that head. Somebody else who may classify has to: in the unit, or in a unit above.',
    ),
  },
  NOTHING_TO_CONFIRM: {
    status: 409,
    title: words('Không có đề nghị nào đang chờ', 'Nothing waits to be confirmed'),
    detail: words(
      'Hãy tải lại hồ sơ: đề nghị có thể đã được xác nhận hoặc từ chối.',
      'Reload the file: the proposal may have been confirmed or declined.',
    ),
  },
  DECLINED_BY_TWO: {
    status: 409,
    title: words('Hôm nay hai người đã từ chối đề nghị', 'Two people declined it today'),
    detail: words(
      'Hôm nay hai người khác nhau đã từ chối đề nghị của ông/bà về đơn này. Người khác vẫn có thể đề nghị; ông/bà có thể đề nghị lại từ ngày mai.',
      'Two different people declined what you proposed for this petition today. Others may still propose, and you may again from tomorrow.',
    ),
  },
  TOO_OFTEN_TODAY: {
    status: 429,
    title: words('Hôm nay đã làm việc này quá nhiều lần', 'Done too often today'),
    detail: words(
      'Trong một ngày, mỗi người chỉ được làm việc này tối đa {atMost} lần với một đơn hoặc một vụ việc. Hãy tiếp tục vào ngày mai, hoặc nhờ người khác có quyền.',
      'Within a day each person may do this at most {atMost} times with one petition or case. Go on tomorrow, or ask somebody else who may.',
    ),
    members: ['atMost'],
  },
  NOTHING_TO_STRIKE: {
    status: 409,
    title: words('Không có tên nào cần bỏ', 'There is no name to strike out'),
    detail: words(
      'Chỉ bỏ được những tên mà một người đã đính chính bỏ đi và không ai nêu lại, khi cả người ấy và người xác nhận đều không bị nêu trong đơn.',
      'Only names that somebody took out, and that nobody named again, are struck out, where neither that person nor the one who confirms was ever named.',
    ),
  },
  PROPOSER_NAMED: {
    status: 409,
    title: words(
      'Người đề nghị nay bị nêu trong đơn',
      'The person who proposed it is named by now',
    ),
    detail: words(
      'Sau khi đề nghị, người này đã bị nêu là đối tượng của đơn. Chỉ có thể không chấp nhận đề nghị; sau đó người khác đề nghị lại.',
      'Since they proposed it, that person was named as a respondent. It can only be declined; somebody else proposes anew.',
    ),
  },
  PROPOSER_LEFT: {
    status: 409,
    title: words(
      'Người đề nghị không còn giữ vị trí đó',
      'The person who proposed it no longer holds that post',
    ),
    detail: words(
      'Vị trí hoặc việc thay thế mà người này dựa vào để đề nghị đã kết thúc. Chỉ có thể không chấp nhận đề nghị; sau đó người đang giữ vị trí đề nghị lại.',
      'The post or deputation in which it was proposed has ended. It can only be declined; whoever holds the post now proposes anew.',
    ),
  },
  CORRECTED_BY_ONESELF: {
    status: 409,
    title: words('Phải do một người khác xác nhận', 'Another person has to confirm'),
    detail: words(
      'Người đã đính chính không được tự xác nhận; người đang thay mặt người đó, thủ trưởng mà người đó thay mặt, hoặc người khác cùng thay mặt thủ trưởng ấy cũng vậy. Người khác có quyền phân loại trong đơn vị hoặc ở đơn vị cấp trên sẽ xác nhận.',
      'The person who corrected it cannot confirm, nor can their deputy, the head they deputise for, or another deputy of that head. Somebody else who may classify has to: in the unit, or in a unit above.',
    ),
  },
  RESPONDENT_REGISTERED: {
    status: 409,
    title: words(
      'Đã ghi nhận người, đơn vị bị khiếu nại, tố cáo',
      'The respondents are on record already',
    ),
    detail: words(
      'Phân loại không thay đổi được người, đơn vị đã ghi nhận. Hãy dùng chức năng “Đính chính người, đơn vị bị khiếu nại, tố cáo”.',
      'A classification does not change who is on record. Use “Correct the respondents” instead.',
    ),
  },
  REASON_MISSING: {
    status: 422,
    title: words('Thiếu lý do', 'Reason missing'),
    detail: words(
      'Quyết định khác với khai báo hoặc đề xuất phải nêu lý do.',
      'Give the reason for differing from what was declared or proposed.',
    ),
    field: '/reason',
  },
  UNIT_NOT_COMPETENT: {
    status: 422,
    title: words('Đơn vị không có thẩm quyền thụ lý đơn này', 'The unit cannot accept here'),
    detail: words(
      'Chỉ đơn vị có thẩm quyền giải quyết mới thụ lý; đơn thuộc đơn vị khác thì hướng dẫn hoặc chuyển.',
      'Only the competent unit accepts; guide or transfer what belongs to another.',
    ),
    field: '/competentUnit',
  },
  COMPLAINED_UNIT_MISSING: {
    status: 422,
    title: words('Chưa ghi đơn vị bị khiếu nại', 'The unit complained of is missing'),
    detail: words(
      'Khiếu nại lần hai do cấp trên trực tiếp của đơn vị bị khiếu nại giải quyết (Luật Khiếu nại Điều 7). Hãy ghi đơn vị bị khiếu nại trước khi thụ lý.',
      'A second complaint is resolved by the level above the unit complained of (Law on Complaints, Article 7). Name that unit before you accept.',
    ),
  },
  UNIT_JUDGES_ITSELF: {
    status: 409,
    title: words(
      'Đơn vị không giải quyết lần hai khiếu nại về chính mình',
      'A unit does not resolve a second complaint about itself',
    ),
    detail: words(
      'Đơn này đã từng nêu đơn vị của bạn là bên bị khiếu nại, hoặc lúc đầu không nêu đơn vị nào nên đơn vị đã nhận được coi là bên đó; khiếu nại lần hai do cấp trên trực tiếp giải quyết (Luật Khiếu nại Điều 7). Hãy hướng dẫn hoặc chuyển đơn. Nếu không đúng như vậy, cần một người ghi đúng đơn vị bị khiếu nại và người thứ hai xác nhận bỏ tên đơn vị của bạn.',
      'This petition once named your unit as complained of, or named no unit at first, so that the unit that received it was taken for it; the level above resolves a second complaint (Law on Complaints, Article 7). Guide or transfer it. If that is wrong, one person names the right unit and a second one confirms that yours is struck out.',
    ),
  },
  COMPETENT_BODY_MISSING: {
    status: 422,
    title: words('Thiếu cơ quan có thẩm quyền', 'Competent body missing'),
    detail: words(
      'Hãy ghi cơ quan mà đơn được hướng dẫn hoặc chuyển đến.',
      'Name the body that it is guided or transferred to.',
    ),
    field: '/competentBody',
  },
  NOT_OVERDUE: {
    status: 409,
    title: words('Chưa quá hạn', 'Not overdue'),
    detail: words('Thời hạn này chưa hết.', 'This limit has not run out.'),
  },
});
