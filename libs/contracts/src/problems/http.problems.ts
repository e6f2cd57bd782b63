import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

/** Refusals at the door: before anything of the domain was asked. */
export const HTTP_PROBLEMS = defineProblems({
  BAD_REQUEST: {
    status: 400,
    title: words('Yêu cầu không đúng dạng', 'The request is not well formed'),
    detail: words(
      'Hệ thống không đọc được yêu cầu này. Hãy tải lại trang rồi thử lại.',
      'The request could not be read. Reload the page and try again.',
    ),
  },
  BAD_URL: {
    status: 400,
    title: words('Địa chỉ không hợp lệ', 'The address is not valid'),
    detail: words(
      'Hãy kiểm tra lại địa chỉ hoặc mở lại từ danh sách.',
      'Check the address, or open the page again from a list.',
    ),
  },
  MALFORMED_JSON: {
    status: 400,
    title: words('Dữ liệu gửi lên không phải JSON hợp lệ', 'The data sent is not valid JSON'),
    detail: words(
      'Hãy gửi lại nội dung dưới dạng JSON mã hóa UTF-8.',
      'Send the content again as JSON in UTF-8.',
    ),
  },
  JSON_TOO_COMPLEX: {
    status: 400,
    title: words('Dữ liệu lồng nhau quá sâu hoặc quá nhiều phần', 'The data is nested too deeply'),
    detail: words(
      'Hãy gửi dữ liệu đơn giản hơn, theo đúng mô tả của giao diện.',
      'Send simpler data, as the description of the interface says.',
    ),
  },
  INVALID_INPUT: {
    status: 400,
    title: words('Một số thông tin chưa đúng', 'Some of the input is not right'),
    detail: words(
      'Hãy sửa các mục được nêu rồi gửi lại. Chưa có gì được lưu.',
      'Correct the fields named here and send again. Nothing was saved.',
    ),
    members: ['errors'],
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    status: 400,
    title: words('Mã của thao tác không đúng dạng', 'The key of the action is not well formed'),
    detail: words(
      'Chưa có gì được ghi. Hãy mở lại biểu mẫu rồi gửi lại.',
      'The Idempotency-Key is 8 to 128 visible ASCII characters, a new one for each action.',
    ),
  },
  IF_MATCH_MALFORMED: {
    status: 400,
    title: words('Phiên bản hồ sơ không đúng dạng', 'The version of the file is not well formed'),
    detail: words(
      'Chưa có gì được ghi. Hãy tải lại hồ sơ rồi thử lại.',
      'Send the ETag as it was received in If-Match, for example "7".',
    ),
  },
  WAIT_POSITION_MALFORMED: {
    status: 400,
    title: words('Vị trí chờ không đúng dạng', 'The position to wait for is not well formed'),
    detail: words(
      'Hãy tải lại trang rồi thử lại.',
      'Send the X-Position as it was received in X-Wait-Position.',
    ),
  },
  SIGN_IN_REQUIRED: {
    status: 401,
    title: words('Cần đăng nhập', 'You need to sign in'),
    detail: words('Hãy đăng nhập rồi thử lại.', 'Sign in and try again.'),
  },
  TOKEN_REFUSED: {
    status: 401,
    title: words('Phiên đăng nhập không còn hiệu lực', 'Your sign-in is no longer valid'),
    detail: words('Hãy đăng nhập lại.', 'Sign in again.'),
  },
  UNKNOWN_PERSON: {
    status: 403,
    title: words(
      'Tài khoản chưa được gắn với cán bộ nào',
      'This account belongs to no staff member',
    ),
    detail: words(
      'Hãy đề nghị quản trị viên của đơn vị gắn tài khoản này với hồ sơ cán bộ.',
      'Ask the administrator of your unit to link your account to your staff record.',
    ),
  },
  ACTION_FORBIDDEN: {
    status: 403,
    title: words(
      'Chức danh đang chọn không có quyền thực hiện việc này',
      'Your role may not do this',
    ),
    detail: words(
      'Nếu việc này thuộc nhiệm vụ được giao, hãy hỏi thủ trưởng đơn vị hoặc quản trị viên.',
      'If this is part of your duties, ask the head of your unit or the administrator.',
    ),
  },
  POST_NOT_HELD: {
    status: 403,
    title: words('Không giữ chức danh đã chọn', 'You do not hold the post you chose'),
    detail: words(
      'Hãy chọn lại trong các chức danh đang giữ.',
      'Choose again from the posts you hold now.',
    ),
  },
  NOT_FOUND: {
    status: 404,
    title: words('Không tìm thấy', 'Not found'),
    detail: words(
      'Không có mục này, hoặc không có quyền xem. Hãy kiểm tra lại số hoặc địa chỉ.',
      'There is no such thing, or it is not yours to see. Check the number or the address.',
    ),
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: words('Nội dung gửi lên quá lớn', 'The content is too large'),
    detail: words(
      'Hãy rút gọn nội dung hoặc gửi tài liệu dưới dạng tệp đính kèm.',
      'Shorten the content, or send documents as attached files.',
    ),
  },
  FILE_TOO_LARGE: {
    status: 413,
    title: words('Tệp quá lớn', 'The file is too large'),
    detail: words(
      'Hãy giảm kích thước tệp rồi gửi lại.',
      'Make the file smaller and send it again.',
    ),
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: words('Loại nội dung không được hỗ trợ', 'This type of content is not supported'),
    detail: words(
      'Hãy gửi đúng loại nội dung nêu trong mô tả giao diện.',
      'Send the Content-Type that the interface describes, mostly application/json.',
    ),
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 428,
    title: words('Thiếu mã của thao tác', 'The key of the action is missing'),
    detail: words(
      'Chưa có gì được ghi. Hãy mở lại biểu mẫu rồi gửi lại.',
      'Send the Idempotency-Key header, so that sending again does not do it twice.',
    ),
  },
  IF_MATCH_REQUIRED: {
    status: 428,
    title: words('Thiếu phiên bản hồ sơ đã xem', 'The version of the file is missing'),
    detail: words(
      'Chưa có gì được ghi. Hãy mở lại hồ sơ rồi thử lại.',
      'Open the file again and send the ETag you received as If-Match.',
    ),
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: words('Quá nhiều yêu cầu', 'Too many requests'),
    detail: words('Hãy thử lại sau {seconds} giây.', 'Try again in {seconds} seconds.'),
  },
  INTERNAL: {
    status: 500,
    title: words('Hệ thống gặp lỗi', 'Something went wrong here'),
    detail: words(
      'Lỗi đã được ghi lại. Hãy thử lại; nếu vẫn lỗi, hãy báo mã lỗi cho bộ phận vận hành.',
      'The fault has been recorded. Try again; if it stays, tell operations the id in "instance".',
    ),
  },
  UNAVAILABLE: {
    status: 503,
    title: words('Hệ thống tạm thời chưa phục vụ được', 'The service is not available right now'),
    detail: words(
      'Hãy thử lại sau ít phút. Gửi lại ngay trên biểu mẫu đang mở không bị ghi hai lần.',
      'Try again in a few minutes. Sending again with the same Idempotency-Key is safe.',
    ),
  },
  TOO_SLOW: {
    status: 503,
    title: words('Hệ thống trả lời quá chậm', 'The answer took too long'),
    detail: words(
      'Thao tác có thể đã được ghi. Hãy gửi lại ngay trên biểu mẫu đang mở để biết kết quả; không bị ghi hai lần.',
      'It may have been done. Send again with the same Idempotency-Key to learn the outcome.',
    ),
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    title: words('Chưa kiểm tra được phiên đăng nhập', 'Your sign-in cannot be checked right now'),
    detail: words('Hãy thử lại sau ít phút.', 'Try again in a few minutes.'),
  },
});
