import { words } from '../localized.ts';
import { defineProblems } from './define-problems.ts';

const unavailable = {
  status: 503,
  title: words('Hệ thống tạm thời chưa phục vụ được', 'The service is not available right now'),
  detail: words(
    'Hãy thử lại sau ít phút. Gửi lại ngay trên biểu mẫu đang mở không bị ghi hai lần.',
    'Try again in a few minutes. Sending again with the same Idempotency-Key is safe.',
  ),
};

/** What the adapters and the command runner refuse, where a person can do something about it. */
export const ENGINE_PROBLEMS = defineProblems({
  REVISION_CHANGED: {
    status: 412,
    title: words('Hồ sơ đã thay đổi', 'The file has changed'),
    detail: words(
      'Có người đã xử lý hồ sơ sau khi hồ sơ được mở. Hãy xem thay đổi rồi quyết định lại.',
      'Someone has worked on this file since you opened it. See what changed, then decide again.',
    ),
    members: ['seenRevision', 'actualRevision', 'since'],
  },
  WRONG_EXPECTED_REVISION: {
    status: 409,
    title: words('Có người vừa xử lý hồ sơ này', 'Someone has just worked on this file'),
    detail: words('Hãy tải lại hồ sơ rồi thử lại.', 'Reload the file and try again.'),
  },
  NOT_RECORDABLE: {
    status: 422,
    title: words('Không ghi được nội dung này', 'This content cannot be recorded'),
    detail: words(
      'Nội dung không đúng dạng mà các phần khác của hệ thống nhận. Chưa có gì được ghi. Hãy sửa nội dung, hoặc báo người vận hành.',
      'The content is not of the form that other parts of the product take. Nothing was recorded. Change it, or tell an operator.',
    ),
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: words(
      'Thao tác này đã được ghi với nội dung khác',
      'This action was recorded with other content',
    ),
    detail: words(
      'Hãy mở lại biểu mẫu. Nội dung đã ghi trước đó được giữ nguyên.',
      'Use a new Idempotency-Key for a new action. The earlier action stands as it was.',
    ),
  },
  APPEND_TOO_LARGE: {
    status: 413,
    title: words('Nội dung quá lớn để ghi vào hồ sơ', 'The content is too large to be recorded'),
    detail: words(
      'Hãy rút gọn nội dung hoặc gửi dưới dạng tệp đính kèm.',
      'Shorten the content, or send it as an attached file.',
    ),
  },
  KEY_DESTROYED: {
    status: 409,
    title: words('Thông tin này đã được xóa theo quy định', 'This information has been erased'),
    detail: words(
      'Nội dung không thể mở lại. Lịch sử xử lý vẫn còn nguyên.',
      'It cannot be opened again. The history of the matter is still complete.',
    ),
  },
  FOREIGN_POSITION: {
    status: 400,
    title: words('Vị trí chờ không hợp lệ', 'The position to wait for is not valid'),
    detail: words(
      'Hãy gửi lại đúng giá trị đã nhận, hoặc bỏ đi rồi tải lại.',
      'Send the position as it was received, or leave it out and reload.',
    ),
  },
  BAD_CURSOR: {
    status: 400,
    title: words('Vị trí trang không hợp lệ', 'The place in the list is not valid'),
    detail: words('Hãy mở lại danh sách từ trang đầu.', 'Open the list again from its first page.'),
  },
  PROJECTION_LATE: {
    status: 503,
    title: words('Thay đổi đã được lưu nhưng chưa hiển thị', 'Saved, but not shown yet'),
    detail: words('Hãy tải lại sau giây lát.', 'Reload in a moment.'),
  },
  SOURCE_PENDING: {
    status: 503,
    title: words('Đang chờ dữ liệu từ bộ phận khác', 'Waiting for another service'),
    detail: words('Hãy tải lại sau giây lát.', 'Reload in a moment.'),
  },
  REBUILD_RUNNING: {
    status: 409,
    title: words('Đang dựng lại dữ liệu hiển thị', 'A rebuild is already running'),
    detail: words('Hãy chờ lần đang chạy xong.', 'Wait until the one that runs is done.'),
  },
  NOTHING_TO_INDEX: {
    status: 422,
    title: words('Không có gì để tìm', 'There is nothing to search for'),
    detail: words(
      'Hãy nhập họ tên, số điện thoại hoặc số giấy tờ đầy đủ.',
      'Enter a full name, phone number or document number.',
    ),
  },
  UPLOAD_QUOTA: {
    status: 429,
    title: words('Có quá nhiều tệp đang chờ', 'Too many files are waiting'),
    detail: words(
      'Mỗi người được có tối đa {files} tệp đã tải lên mà chưa ghi vào đơn. Hãy bỏ tệp không dùng, hoặc thử lại sau {minutes} phút, khi tệp cũ nhất được tự động xóa.',
      'At most {files} files of one person may wait to be registered. Remove one that is not needed, or try again in {minutes} minutes, when the oldest is discarded.',
    ),
    members: ['seconds'],
  },
  FILE_TYPE_NOT_ALLOWED: {
    status: 415,
    title: words('Loại tệp không được nhận', 'This type of file is not taken'),
    detail: words('Hãy gửi tệp PDF, PNG hoặc JPEG.', 'Send a PDF, PNG or JPEG file.'),
  },
  FILE_TYPE_LIES: {
    status: 422,
    title: words('Nội dung tệp không đúng loại đã khai', 'The file is not of the type it claims'),
    detail: words(
      'Hãy xuất lại tệp đúng định dạng PDF, PNG hoặc JPEG.',
      'Export the file again as a proper PDF, PNG or JPEG.',
    ),
  },
  FILE_BROKEN: {
    status: 422,
    title: words('Tệp bị hỏng', 'The file is broken'),
    detail: words('Hãy quét hoặc xuất lại tệp.', 'Scan or export the file again.'),
  },
  FILE_ACTIVE_CONTENT: {
    status: 422,
    title: words('Tệp có nội dung tự chạy', 'The file holds content that runs'),
    detail: words(
      'Hãy in ra PDF không có macro, mã lệnh hoặc tệp nhúng rồi gửi lại.',
      'Print it to a PDF without scripts, macros or embedded files, then send it again.',
    ),
  },
  FILE_UNCHECKABLE: {
    status: 422,
    title: words('Không kiểm tra được tệp', 'The file cannot be checked'),
    detail: words(
      'Cấu trúc của tệp quá phức tạp nên hệ thống không kiểm tra xong trong giới hạn cho phép. Hãy quét lại, hoặc in ra một tệp PDF mới rồi gửi.',
      'Its structure is too complex to be checked within the limits. Scan the paper again, or print the file to a new PDF.',
    ),
  },
  STORE_UNAVAILABLE: unavailable,
  READ_MODEL_STOPPED: {
    status: 503,
    title: words('Hiện chưa tra cứu được', 'Cannot be looked up at the moment'),
    detail: words(
      'Dữ liệu tra cứu đã dừng cập nhật. Hệ thống không hiển thị dữ liệu cũ, và người vận hành đã được báo. Hồ sơ vẫn mở được theo số. Hãy thử lại sau.',
      'What is looked up here is no longer brought up to date. Old data is not shown, and the operators are told. A matter still opens by its number. Try again later.',
    ),
  },
  APPEND_AMBIGUOUS: unavailable,
});
