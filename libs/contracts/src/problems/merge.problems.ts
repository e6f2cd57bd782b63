import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const MERGE_PROBLEMS = defineProblems({
  MERGE_BY_VERIFIER: {
    status: 409,
    title: words('Người có nhiệm vụ xác minh không nhập đơn', 'Who may verify merges nothing'),
    detail: words(
      'Chỉ nhập đơn của cùng người gửi, mà người xác minh không được biết ai gửi đơn. Người khác trong đơn vị nhập đơn này.',
      'Only petitions of one sender are merged, and who verifies does not know who sent them. Somebody else of the unit merges it.',
    ),
  },
  MERGE_BY_CORRECTOR: {
    status: 409,
    title: words(
      'Người đã đính chính thông tin người gửi không nhập đơn',
      'Who corrected the sender does not merge it',
    ),
    detail: words(
      'Chỉ nhập đơn của cùng người gửi. Người đã đính chính thông tin người gửi của một trong hai đơn, hoặc người thay mặt, không tự mình nhập hai đơn đó; người khác trong đơn vị nhập.',
      'Only petitions of one sender are merged. Whoever corrected the sender of one of the two, or acts for them, does not merge them alone: somebody else of the unit does.',
    ),
  },
  MERGE_CONTENT_DIFFERS: {
    status: 409,
    title: words('Hai đơn có nội dung khác nhau', 'The two say different things'),
    detail: words(
      'Trích yếu của hai đơn không nói cùng một việc (ít nhất một nửa số từ phải trùng; số tờ khai, số quyết định, ngày tháng của đơn này phải có ở đơn kia). Đó là hai việc: mỗi đơn được xử lý riêng.',
      'Their gists do not tell of one thing: half of all words have to be in both, and every number of this one (of a declaration, a decision, a day) in the other. They are two matters, each dealt with by itself.',
    ),
    field: '/into',
  },
  MERGE_DENUNCIATION: {
    status: 409,
    title: words('Không nhập đơn tố cáo', 'A denunciation is not merged'),
    detail: words(
      'Đơn là, hoặc đã từng là, đơn tố cáo được giữ riêng và do hai người quyết định cách xử lý; không nhập vào đơn khác, cũng không nhập đơn khác vào.',
      'What is or was a denunciation stays by itself, and two people decide how it ends: it is not merged, and nothing is merged into it.',
    ),
  },
  MERGE_HOLDS_OTHERS: {
    status: 409,
    title: words('Đã có đơn khác nhập vào đơn này', 'Others are merged into this one'),
    detail: words(
      'Hãy tách lại các đơn đã nhập vào đơn này trước; mỗi đơn đó được xử lý tiếp, không kết thúc theo đơn này.',
      'Take those out first: each of them is dealt with further, and does not end with this one.',
    ),
  },
  MERGE_KIND_DIFFERS: {
    status: 409,
    title: words('Hai đơn khác loại', 'The two are of different kinds'),
    detail: words(
      'Chỉ nhập đơn cùng loại. Nếu nội dung là một, hãy phân loại lại một trong hai đơn trước.',
      'Only petitions of one kind are merged. If they are the same, classify one of them again first.',
    ),
    members: ['kind'],
  },
  MERGE_INTO_LATER: {
    status: 409,
    title: words('Đơn kia nhận muộn hơn', 'The other one came later'),
    detail: words(
      'Chỉ nhập đơn nhận sau vào đơn nhận trước, để không thời hạn nào bị lùi lại. Hãy nhập đơn kia vào đơn này.',
      'Only the later one is merged into the earlier one, so that no limit moves. Merge the other one into this.',
    ),
    field: '/into',
  },
  MERGE_OVERDUE: {
    status: 409,
    title: words('Đơn này đã quá hạn hoặc đã được đôn đốc', 'This one is overdue, or was urged'),
    detail: words(
      'Đơn đã quá hạn, đã được báo lên cấp trên hoặc được cấp trên đôn đốc thì phải được xử lý riêng; không nhập vào đơn khác.',
      'What is overdue, or what the level above was told of or urged, is answered by itself and not merged.',
    ),
  },
  MERGE_REGISTERED_BY_NAMED: {
    status: 409,
    title: words(
      'Người ghi nhận đơn không được biết ai gửi đơn',
      'Whoever registered it may not know its sender',
    ),
    detail: words(
      'Một trong hai đơn do người được nêu tên trong đơn, hoặc người từng thay thế người đó, ghi nhận. Mỗi đơn được xử lý riêng.',
      'One of the two was registered by a person whom it names, or who deputised for such a person. Each is dealt with by itself.',
    ),
  },
  MERGE_RESPONDENTS_DIFFER: {
    status: 409,
    title: words('Hai đơn nêu người, đơn vị khác nhau', 'The two name different respondents'),
    detail: words(
      'Chỉ nhập khi hai đơn ghi cùng đơn vị bị khiếu nại, và từ trước đến nay nêu đúng những người, đơn vị như nhau. Nếu ghi sai, hãy đính chính trước.',
      'Both have to be about the same unit, and to name the same people and units, now and ever. Where the record is wrong, correct it first.',
    ),
    field: '/into',
  },
  MERGE_SENDERS_DIFFER: {
    status: 409,
    title: words('Không rõ là cùng người gửi', 'Not known to be of one sender'),
    detail: words(
      'Chỉ nhập đơn của cùng một người gửi: cùng số giấy tờ, hoặc cùng họ tên và số điện thoại hay địa chỉ. Nếu ghi sai, bộ phận tiếp nhận đính chính trước.',
      'Only petitions of one sender are merged: the same identity number, or the same name with the same phone or address. Where the record is wrong, reception corrects it first.',
    ),
    field: '/into',
  },
  MERGE_INTO_ITSELF: {
    status: 422,
    title: words('Không nhập đơn vào chính nó', 'Not into itself'),
    detail: words('Hãy ghi số của đơn kia.', 'Give the number of the other petition.'),
    field: '/into',
  },
  MERGE_TARGET_UNKNOWN: {
    status: 404,
    title: words('Không có đơn này', 'There is no such petition'),
    detail: words(
      'Hãy kiểm tra số đơn. Đơn mà ông/bà không có quyền nhập cũng được trả lời như vậy.',
      'Check the number. One that you may not merge is answered in the same way.',
    ),
    field: '/into',
  },
  MERGE_TARGET_SETTLED: {
    status: 409,
    title: words('Đơn kia đã được quyết định', 'The other petition has been decided'),
    detail: words(
      'Chỉ nhập vào đơn chưa thụ lý, chưa xử lý, và không nhập vào đơn đã nhập vào đơn khác.',
      'It has to be one that is neither accepted nor settled, and that is not merged itself.',
    ),
    field: '/into',
  },
  NOT_MERGED: {
    status: 409,
    title: words('Đơn không đang nhập vào đơn khác', 'The petition is not merged'),
    detail: words(
      'Hãy tải lại hồ sơ: đơn có thể đã được tách lại.',
      'Reload the file: it may have been taken out again.',
    ),
  },
});
