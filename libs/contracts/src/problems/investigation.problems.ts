import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const INVESTIGATION_PROBLEMS = defineProblems({
  CASE_UNKNOWN: {
    status: 404,
    title: words('Không tìm thấy', 'Not found'),
    detail: words('Không tìm thấy, hoặc không có quyền xem.', 'Not found, or not yours to see.'),
  },
  CASE_NUMBER_TWICE: {
    status: 409,
    title: words('Số vụ việc bị trùng', 'The case number is taken'),
    detail: words(
      'Bộ phận vận hành phải xử lý thông điệp này.',
      'An operator has to look at this message.',
    ),
  },
  CASE_NOT_CONCLUDED: {
    status: 409,
    title: words('Vụ việc chưa có kết luận', 'The case is not concluded'),
    detail: words(
      'Có thông báo quyết định cho vụ việc chưa được phê duyệt kết luận. Bộ phận vận hành phải xử lý thông điệp này.',
      'A decision was told of a case whose conclusion is not approved. An operator has to look at this message.',
    ),
  },
  ASSIGNEE_CANNOT_VERIFY: {
    status: 422,
    title: words('Không giao được cho người này', 'This person cannot be assigned'),
    detail: words('Hãy chọn công chức xác minh của đơn vị.', 'Choose a verifier of the unit.'),
    field: '/assignee',
  },
  ASSIGNEE_HAS_CONFLICT: {
    status: 409,
    title: words('Người này có xung đột lợi ích', 'This person has a conflict of interest'),
    detail: words(
      'Đã có khai báo quan hệ của người này với vụ việc. Theo quy tắc nội bộ (không phải luật), người là cấp dưới, người thân của các bên hoặc có lợi ích liên quan thì không xác minh. Hãy giao cho người khác.',
      'It was declared how this person stands to the case. By an internal rule, which is no law, no subordinate or relative verifies, nor anybody with a direct interest. Assign it to somebody else.',
    ),
    members: ['rule'],
    field: '/assignee',
  },
  ASSIGNEE_CONFLICT_BY_LAW: {
    status: 409,
    title: words('Luật không cho người này xác minh', 'By law this person cannot verify'),
    detail: words(
      'Đã có khai báo quan hệ của người này với vụ việc. Theo {law}, người thân của người bị tố cáo và người có lợi ích liên quan trực tiếp không được xác minh tố cáo. Hãy giao cho người khác.',
      'It was declared how this person stands to the case. By {law}, no relative of the accused and nobody with a direct interest verifies a denunciation. Assign it to somebody else.',
    ),
    members: ['rule', 'law'],
    field: '/assignee',
  },
  RELATION_OF_NO_VERIFIER: {
    status: 422,
    title: words('Người này không xác minh ở đơn vị', 'This person verifies nothing here'),
    detail: words('Hãy chọn công chức xác minh của đơn vị.', 'Choose a verifier of the unit.'),
    field: '/person',
  },
  RELATION_TELLS_SENDER: {
    status: 422,
    title: words(
      'Không ghi quan hệ với người tố cáo',
      'How somebody stands to a denouncer is not written down',
    ),
    detail: words(
      'Khai báo này có thể cho biết người tố cáo là ai, nên không được ghi vào hồ sơ. Nếu có lợi ích liên quan, hãy chọn lợi ích liên quan trực tiếp; nếu không, hãy báo trực tiếp với thủ trưởng.',
      'It could tell who the denouncer is, so it is not written into the file. Where there is a direct interest, choose that; else tell the head in person.',
    ),
    field: '/relation',
  },
  RELATION_DECLARED: {
    status: 409,
    title: words('Quan hệ này đã được khai báo', 'This relation is declared already'),
    detail: words('Hãy tải lại hồ sơ để xem.', 'Reload the file to see it.'),
  },
  RELATION_UNKNOWN: {
    status: 422,
    title: words('Không có khai báo này', 'There is no such declaration'),
    detail: words(
      'Khai báo có thể đã được xem xét. Hãy tải lại hồ sơ.',
      'It may be settled already. Reload the file.',
    ),
    field: '/relation',
  },
  RELATION_OWN_WORD: {
    status: 409,
    title: words('Do chính người đó khai báo', 'They said so themselves'),
    detail: words(
      'Khai báo về chính mình được giữ nguyên. Hãy giao vụ việc cho người khác.',
      'What a person declares of themselves stands. Assign the case to somebody else.',
    ),
  },
  RELATION_OF_YOURSELF: {
    status: 409,
    title: words('Khai báo này nói về bạn', 'It is said of you'),
    detail: words(
      'Người được nói đến, người thay thế họ và người họ thay thế không tự xác định là không có quan hệ. Việc này do người lãnh đạo khác làm.',
      'Neither the person of whom it is said, nor whoever deputises for them or they for, finds that there is no relation. Another head does.',
    ),
  },
  RELATION_SECOND_HEAD: {
    status: 409,
    title: words('Cần người lãnh đạo thứ hai', 'A second head is needed'),
    detail: words(
      'Bạn, hoặc người thay thế hay được thay thế cùng bạn, đã xác định như vậy. Trong vụ việc tố cáo, khai báo chỉ hết hiệu lực khi người lãnh đạo thứ hai cũng xác định như vậy.',
      'You, or somebody who deputises for you or you for, found so already. In a denunciation, the declaration stands until a second head finds so, too.',
    ),
  },
  GUIDANCE_AWAITED: {
    status: 409,
    title: words('Đang chờ cấp trên trả lời', 'An answer is awaited'),
    detail: words(
      'Đơn vị cấp trên chưa trả lời lần xin ý kiến trước. Hãy chờ trả lời rồi mới hỏi tiếp.',
      'The level above has not answered the last question. Wait for it before asking again.',
    ),
  },
  NOBODY_ABOVE_GUIDES: {
    status: 409,
    title: words('Không có đơn vị cấp trên để xin ý kiến', 'Nobody above can be asked'),
    detail: words(
      'Ở các đơn vị cấp trên, không có thủ trưởng nào trả lời được vụ việc này.',
      'No head of a unit above can answer in this case.',
    ),
  },
  NO_GUIDANCE_ASKED: {
    status: 409,
    title: words('Không có câu hỏi đang chờ', 'No question waits'),
    detail: words(
      'Câu hỏi có thể đã được trả lời. Hãy tải lại hồ sơ.',
      'It may be answered already. Reload the file.',
    ),
  },
  ANOTHER_UNIT_GUIDES: {
    status: 409,
    title: words('Đơn vị khác trả lời câu hỏi này', 'Another unit answers this'),
    detail: words(
      'Thủ trưởng đơn vị cấp trên trực tiếp trả lời; hãy tải lại hồ sơ để xem đơn vị nào.',
      'The head of the unit directly above answers; reload the file to see which it is.',
    ),
  },
  NOT_THE_ASSIGNEE: {
    status: 409,
    title: words('Không phải người được giao vụ việc', 'The case is not assigned to you'),
    detail: words(
      'Chỉ người được giao mới ghi nhận và trình kết luận.',
      'Only the assigned verifier records and proposes.',
    ),
  },
  ALREADY_CONCLUDED: {
    status: 409,
    title: words('Vụ việc đã có kết luận', 'The case is concluded'),
    detail: words('Hãy tải lại hồ sơ để xem kết luận.', 'Reload the file to see the conclusion.'),
    members: ['state'],
  },
  AWAITING_APPROVAL: {
    status: 409,
    title: words('Dự thảo đang chờ phê duyệt', 'A draft awaits approval'),
    detail: words(
      'Hãy phê duyệt hoặc trả lại dự thảo trước khi giao lại.',
      'Approve or return the draft before assigning the case again.',
    ),
  },
  NOTHING_PROPOSED: {
    status: 409,
    title: words('Chưa có dự thảo để phê duyệt', 'Nothing to approve'),
    detail: words(
      'Chưa có dự thảo kết luận nào đang chờ phê duyệt.',
      'No draft conclusion awaits approval.',
    ),
  },
  DRAFT_CHANGED: {
    status: 412,
    title: words(
      'Nội dung đã thay đổi từ phiên bản {seenVersion}',
      'Changed since version {seenVersion}',
    ),
    detail: words(
      'Hãy đọc phiên bản {actualVersion} rồi quyết định lại.',
      'Read version {actualVersion}, then decide again.',
    ),
    members: ['seenVersion', 'actualVersion'],
  },
  PAGES_NEEDED: {
    status: 422,
    title: words('Chưa biết số trang', 'The number of pages is not known'),
    detail: words(
      'Tệp không cho biết số trang. Hãy đếm và ghi số trang; nếu có nhiều tệp như vậy, hãy ghi nhận từng tệp.',
      'The file does not tell its pages. Count them and write how many; record several such files one by one.',
    ),
    field: '/pages',
  },
  PAGES_BY_FILES: {
    status: 422,
    title: words('Số trang đã có theo tệp', 'The files tell their pages'),
    detail: words(
      'Bút lục được đánh theo số trang của tệp; hãy để trống ô số trang giấy.',
      'Pages are numbered by the files; leave the number of pages empty.',
    ),
    field: '/pages',
  },
  PAGES_TOO_MANY: {
    status: 422,
    title: words('Tệp có quá nhiều trang', 'The file has too many pages'),
    detail: words(
      'Mỗi tệp có nhiều nhất {atMost} trang. Hãy kiểm tra lại tệp, hoặc tách thành nhiều tệp.',
      'A file has at most {atMost} pages. Check it, or split it.',
    ),
    members: ['atMost'],
    field: '/files',
  },
  ITEM_UNKNOWN: {
    status: 422,
    title: words('Không có tài liệu này', 'There is no such paper'),
    detail: words(
      'Hãy tải lại hồ sơ rồi chọn một tài liệu có trong hồ sơ.',
      'Reload the file, then choose a paper that is in it.',
    ),
    field: '/item',
  },
  ITEM_WITHDRAWN: {
    status: 409,
    title: words('Tài liệu đã được rút', 'The paper is withdrawn already'),
    detail: words('Hãy tải lại hồ sơ để xem.', 'Reload the file to see it.'),
  },
  FOUR_EYES: {
    status: 409,
    title: words(
      'Người đã làm vụ việc không được phê duyệt',
      'People who worked on a case cannot approve it',
    ),
    detail: words(
      'Ai đã được giao, ghi chú, ghi nhận hoặc dự thảo trong vụ việc này thì không phê duyệt, không trả lại dự thảo, dù với chức danh nào. Thủ trưởng hoặc cấp phó khác của đơn vị sẽ quyết định.',
      'A person who was assigned, noted, recorded or drafted in this case neither approves nor returns, in whatever post. Another head or deputy head of the unit decides.',
    ),
  },
  FOUR_EYES_ABOVE: {
    status: 409,
    title: words(
      'Trong đơn vị không còn ai được phê duyệt',
      'Nobody in the unit is left who may approve',
    ),
    detail: words(
      'Mọi thủ trưởng và cấp phó của đơn vị đều đã làm vụ việc này. Đơn vị cấp trên quyết định: {unitVi}.',
      'Every head and deputy head of the unit has worked on this case. The unit above decides: {unitEn}.',
    ),
    members: ['unit'],
  },
  FOUR_EYES_NOBODY: {
    status: 409,
    title: words('Chưa có ai được phê duyệt', 'There is nobody who may approve'),
    detail: words(
      'Trong đơn vị và các đơn vị cấp trên, chưa có thủ trưởng hoặc cấp phó nào chưa làm vụ việc này. Hãy đề nghị bổ nhiệm, hoặc cử người thay thế chưa làm vụ việc.',
      'No head or deputy head of the unit and the units above is free of this case. Ask for a deputy who has not worked on it.',
    ),
  },
});
