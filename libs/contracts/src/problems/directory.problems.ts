import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

export const DIRECTORY_PROBLEMS = defineProblems({
  PERIOD_BACKWARDS: {
    status: 422,
    title: words('Thời gian không hợp lệ', 'Wrong period'),
    detail: words(
      'Ngày kết thúc không được trước ngày bắt đầu.',
      'The end cannot be before the start.',
    ),
    field: '/to',
  },
  ENTRY_OF_ANOTHER_KIND: {
    status: 409,
    title: words('Mã đã dùng cho mục khác loại', 'The id is of another kind'),
    detail: words('Hãy chọn mã khác.', 'Choose another id.'),
  },
  POST_NOT_YOURS: {
    status: 409,
    title: words('Không phải chức danh đang giữ', 'Not your post'),
    detail: words(
      'Chỉ được cử người thay thế cho chức danh mình đang giữ.',
      'You can appoint a deputy for your own post only.',
    ),
  },
  NOT_FOR_ONESELF: {
    status: 409,
    title: words('Không được tự quyết định cho chính mình', 'Not for yourself'),
    detail: words(
      'Quản trị viên không được ghi, xác nhận hay từ chối việc liên quan đến chính mình; quản trị viên khác phải làm.',
      'Administrators neither record, confirm nor decline what is about themselves; another one must do it.',
    ),
  },
  DEPUTY_BACKDATED: {
    status: 422,
    title: words('Không được cử lùi ngày', 'Not for the past'),
    detail: words(
      'Chỉ được cử người thay thế từ hôm nay trở đi; việc thay thế đang diễn ra chỉ được kết thúc sớm, sớm nhất là hôm nay. Muốn chấm dứt ngay, hãy dùng thao tác chấm dứt.',
      'A deputy can be appointed from today on only; what has begun can only end early, today at the earliest. To end it at once, revoke it.',
    ),
    field: '/from',
  },
  DEPUTY_UNKNOWN: {
    status: 422,
    title: words('Không có người này', 'Unknown person'),
    detail: words('Hãy chọn một người có trong danh bạ.', 'Choose a person of the directory.'),
  },
  DEPUTY_TOO_LONG: {
    status: 422,
    title: words('Thời gian thay thế quá dài', 'Too long a time'),
    detail: words(
      'Mỗi lần cử người thay thế kéo dài nhiều nhất {atMost} ngày, tính cả ngày đầu và ngày cuối. Hết thời gian đó có thể cử lại.',
      'A deputy acts for at most {atMost} days, the first and the last among them. After that, appoint again.',
    ),
    members: ['atMost'],
    field: '/to',
  },
  DEPUTY_TOO_FAR: {
    status: 422,
    title: words('Ngày bắt đầu quá xa', 'Begins too late'),
    detail: words(
      'Việc thay thế phải bắt đầu trong vòng {atMost} ngày kể từ hôm nay. Nếu cần muộn hơn, hãy cử khi gần đến ngày.',
      'A deputation begins within {atMost} days from today. For a later time, appoint nearer to it.',
    ),
    members: ['atMost'],
    field: '/from',
  },
  DEPUTIES_TOO_OFTEN: {
    status: 409,
    title: words('Đã cử người thay thế quá nhiều lần', 'Deputies were appointed too often'),
    detail: words(
      'Mỗi người được cử người thay thế nhiều nhất {atMost} lần trong 24 giờ. Hãy chờ, hoặc nhờ hai quản trị viên: một người đề xuất, người kia xác nhận. Chấm dứt việc thay thế thì lúc nào cũng được.',
      'One person appoints deputies at most {atMost} times in 24 hours. Wait, or ask two administrators: one proposes, the other confirms. A deputation can be ended at any time.',
    ),
    members: ['atMost'],
  },
  DEPUTY_NOT_FIT: {
    status: 422,
    title: words('Người này không thể thay thế', 'This person cannot be the deputy'),
    detail: words(
      'Không ai tự thay thế mình. Người làm quản trị, kiểm tra nội bộ hoặc vận hành không thay thế ai, và không ai thay thế họ. Người được giao xử lý tố cáo, hoặc thay thế người đó, không thay thế thủ trưởng trong cùng thời gian, kể cả khi việc thay thế vừa chấm dứt hôm nay.',
      'Nobody deputises for themselves. Administrators, auditors and operators deputise for nobody, and nobody for them. Denunciation officers, and those who deputise for one, do not deputise for a head at that time, nor on the day on which a deputation was ended.',
    ),
    field: '/deputy',
  },
  DEPUTY_OF_ANOTHER_UNIT: {
    status: 422,
    title: words('Người này không cùng đơn vị', 'This person is of another unit'),
    detail: words(
      'Chỉ tự cử được người có vị trí trong cùng đơn vị suốt thời gian thay thế. Muốn cử người khác, hãy nhờ hai quản trị viên: một người đề xuất, người kia xác nhận.',
      'You can appoint a person who has a post in the same unit on all those days. For anybody else ask two administrators: one proposes, the other confirms.',
    ),
    field: '/deputy',
  },
  DEPUTATION_UNKNOWN: {
    status: 422,
    title: words('Không có việc thay thế này', 'No such deputation'),
    detail: words(
      'Hãy kiểm tra vị trí, người thay thế và ngày bắt đầu.',
      'Check the post, the deputy and the first day.',
    ),
  },
  SUBJECT_TAKEN: {
    status: 409,
    title: words('Mã tài khoản đã từng được dùng', 'The account was used before'),
    detail: words(
      'Một mã tài khoản chỉ thuộc về một người, mãi mãi, kể cả khi người đó đã nghỉ hoặc đổi tài khoản. Hãy chọn mã chưa từng dùng.',
      'An account belongs to one person for ever, also after they left or changed it. Choose one that was never used.',
    ),
    field: '/subject',
  },
  DUTIES_APART: {
    status: 409,
    title: words('Các nhiệm vụ loại trừ nhau', 'These duties exclude each other'),
    detail: words(
      'Một người không được vừa quản trị, kiểm tra nội bộ hoặc vận hành, vừa làm việc khác, tính cả các vị trí khác và việc thay thế trong cùng thời gian. Người đang thay thế thủ trưởng, hoặc vừa thay thế hôm nay, không được giao xử lý tố cáo. Hãy kết thúc việc kia trước.',
      'Administration, audit and operation each stand alone, over all posts and deputations of a person at that time. A head’s deputy, also of earlier today, is no denunciation officer. End the other one first.',
    ),
    members: ['duties'],
    field: '/roles',
  },
  TOO_FEW_ADMINISTRATORS: {
    status: 409,
    title: words('Phải còn hai quản trị viên', 'Two administrators must remain'),
    detail: words(
      'Thay đổi này để lại ít hơn hai quản trị viên. Hãy thêm quản trị viên khác trước.',
      'This would leave fewer than two administrators. Add another one first.',
    ),
  },
  SECOND_ADMINISTRATOR_MISSING: {
    status: 409,
    title: words('Chưa có quản trị viên thứ hai', 'There is no second administrator yet'),
    detail: words(
      'Mọi thay đổi về quyền cần hai quản trị viên. Hãy chờ người thứ hai tạo tài khoản bằng liên kết của mình; nếu liên kết đã hết hạn, hãy khởi động lại hệ thống để có liên kết mới.',
      'Every change of rights takes two administrators. Wait until the second one has made an account by the link; where it has expired, start the product again for a new one.',
    ),
  },
  PROPOSALS_WAITING: {
    status: 409,
    title: words('Quá nhiều đề xuất đang chờ', 'Too many proposals wait'),
    detail: words(
      'Mỗi quản trị viên có nhiều nhất {atMost} đề xuất đang chờ. Hãy rút bớt, hoặc chờ quản trị viên khác quyết định.',
      'At most {atMost} proposals of one administrator wait at a time. Take some back, or wait until another administrator decides.',
    ),
    members: ['atMost'],
  },
  UNIT_IN_CIRCLE: {
    status: 422,
    title: words('Các đơn vị trực thuộc lẫn nhau', 'These units would stand under each other'),
    detail: words(
      'Đơn vị không thể trực thuộc chính mình hoặc một đơn vị cấp dưới của mình, kể cả khi tính những đề xuất đang chờ. Hãy chọn đơn vị cấp trên khác.',
      'A unit cannot stand under itself or under a unit below it, what waits to be confirmed included. Choose another unit above it.',
    ),
    field: '/parent',
  },
  UNIT_ABOVE_MISSING: {
    status: 422,
    title: words('Không có đơn vị cấp trên', 'The unit above is not there'),
    detail: words(
      'Đơn vị cấp trên phải có trong danh bạ trong suốt thời gian của đơn vị này. Hãy kiểm tra mã và thời gian; nếu đơn vị cấp trên đang chờ xác nhận, hãy xác nhận đơn vị đó trước.',
      'The unit above must be in the directory on all days of this one. Check its id and both periods; where the unit above waits to be confirmed, confirm it first.',
    ),
    field: '/parent',
  },
  UNIT_TOO_DEEP: {
    status: 422,
    title: words('Quá nhiều cấp', 'Too many levels'),
    detail: words(
      'Một đơn vị có nhiều nhất {atMost} cấp trên, và các đơn vị cấp dưới của nó cũng vậy. Hãy chọn đơn vị cấp trên gần cấp cao nhất hơn.',
      'A unit has at most {atMost} units above it, and so has each unit below it. Choose a unit above that is nearer to the top.',
    ),
    members: ['atMost'],
    field: '/parent',
  },
  UNIT_STILL_NEEDED: {
    status: 409,
    title: words('Đơn vị còn được dùng', 'The unit is still needed'),
    detail: words(
      'Còn đơn vị trực thuộc hoặc vị trí nằm ngoài thời gian mới của đơn vị này. Hãy kết thúc hoặc chuyển các đơn vị và vị trí đó trước.',
      'Units below it or posts in it would be left outside its new period. End or move these first.',
    ),
    field: '/to',
  },
  POST_WITHOUT_UNIT: {
    status: 422,
    title: words('Vị trí không có đơn vị', 'The post has no unit'),
    detail: words(
      'Đơn vị của vị trí phải có trong danh bạ trong suốt thời gian của vị trí. Hãy kiểm tra mã đơn vị và thời gian; nếu đơn vị đang chờ xác nhận, hãy xác nhận đơn vị đó trước.',
      'The unit of a post must be in the directory on all days of the post. Check the unit’s id and both periods; where the unit waits to be confirmed, confirm it first.',
    ),
    field: '/unit',
  },
  SECOND_ADMINISTRATOR: {
    status: 409,
    title: words('Cần quản trị viên thứ hai', 'A second administrator is needed'),
    detail: words(
      'Người đề xuất không tự xác nhận được; quản trị viên khác phải xác nhận.',
      'The administrator who proposed it cannot confirm it; another one must.',
    ),
  },
  PROPOSAL_DECIDED: {
    status: 409,
    title: words('Đề xuất đã được quyết định', 'Decided already'),
    detail: words(
      'Hãy xem lại danh sách đề xuất; nếu vẫn cần, hãy đề xuất lại.',
      'Look at the list of proposals; propose it again where it is still needed.',
    ),
  },
  PROPOSAL_ENDED: {
    status: 409,
    title: words('Đề xuất đã hết hạn', 'The proposal has ended'),
    detail: words(
      'Sau {days} ngày không ai quyết định, đề xuất tự hết hiệu lực. Nếu vẫn cần, hãy đề xuất lại.',
      'A proposal ends by itself after {days} days. Propose it again where it is still needed.',
    ),
  },
  PROPOSAL_STALE: {
    status: 409,
    title: words('Danh bạ đã thay đổi từ khi đề xuất', 'The directory has changed since'),
    detail: words(
      'Mục này đã thay đổi, hoặc người đề xuất không còn là quản trị viên. Hãy từ chối đề xuất rồi đề xuất lại.',
      'The entry was changed, or the proposer is no administrator any more. Decline the proposal and propose anew.',
    ),
  },
});
