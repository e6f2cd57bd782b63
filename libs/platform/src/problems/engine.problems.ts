import { defineProblems } from './catalogue.ts';
import { words } from './words.ts';

const unavailable = {
  status: 503,
  title: words('Hệ thống tạm thời chưa phục vụ được', 'The service is not available right now'),
  detail: words(
    'Hãy thử lại sau ít phút. Gửi lại với cùng Idempotency-Key là an toàn.',
    'Try again in a few minutes. Sending again with the same Idempotency-Key is safe.',
  ),
};

/** What the log, the vault and the command runner refuse, where a person can do something. */
export const ENGINE_PROBLEMS = defineProblems({
  REVISION_CHANGED: {
    status: 412,
    title: words('Hồ sơ đã thay đổi', 'The file has changed'),
    detail: words(
      'Có người đã xử lý hồ sơ sau khi bạn mở. Hãy xem thay đổi rồi quyết định lại.',
      'Someone has worked on this file since you opened it. See what changed, then decide again.',
    ),
    members: ['seen', 'actual', 'since'],
  },
  WRONG_EXPECTED_REVISION: {
    status: 409,
    title: words('Có người vừa xử lý hồ sơ này', 'Someone has just worked on this file'),
    detail: words('Hãy tải lại hồ sơ rồi thử lại.', 'Reload the file and try again.'),
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: words(
      'Idempotency-Key đã dùng cho nội dung khác',
      'This Idempotency-Key was used for other content',
    ),
    detail: words(
      'Hãy dùng khoá mới cho thao tác mới. Thao tác trước vẫn được giữ nguyên.',
      'Use a new key for a new action. The earlier action stands as it was.',
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
    title: words('Thông tin này đã được xoá theo quy định', 'This information has been erased'),
    detail: words(
      'Nội dung không thể mở lại. Lịch sử xử lý vẫn còn nguyên.',
      'It cannot be opened again. The history of the matter is still complete.',
    ),
  },
  STORE_UNAVAILABLE: unavailable,
  APPEND_AMBIGUOUS: unavailable,
  VAULT_UNAVAILABLE: unavailable,
});
