import { words, type LocalizedText } from './localized.ts';

/** What may be wrong with the log of events, told to whoever runs it. */
export interface LogState {
  readonly what: LocalizedText;
  readonly act: LocalizedText;
}

const moved = words(
  'Nếu muốn chuyển nhật ký: dừng hệ thống, chạy mb copy-log, rồi mb forget-positions.',
  'To move the log: stop the product, run mb copy-log, then mb forget-positions.',
);

/** By code; where a code has several reasons, by `CODE reason`. */
const STATES: Readonly<Record<string, LogState>> = {
  STORE_UNAVAILABLE: {
    what: words('Nhật ký sự kiện không trả lời.', 'The log of events does not answer.'),
    act: words(
      'Xem máy chủ của nhật ký và mạng. Khi nhật ký trả lời, dịch vụ tự chạy tiếp; chưa có gì bị mất.',
      'Look at the server of the log and at the network. The service goes on by itself when the log answers; nothing is lost.',
    ),
  },
  'STORE_UNAVAILABLE access-denied': {
    what: words(
      'Nhật ký sự kiện từ chối tài khoản: sai mật khẩu, hoặc tài khoản không có quyền.',
      'The log of events refuses the user: a wrong password, or no rights.',
    ),
    act: words(
      'Sửa địa chỉ và mật khẩu trong MB_EVENTSTORE_URL_FILE, hoặc cấp quyền trên máy chủ (docs/operations.md).',
      'Correct address and password in MB_EVENTSTORE_URL_FILE, or give the rights at the server (docs/operations.md).',
    ),
  },
  'STORE_UNAVAILABLE certificate': {
    what: words(
      'Chứng chỉ của máy chủ nhật ký không tin được.',
      'The certificate of the log’s server is not trusted.',
    ),
    act: words(
      'Kiểm tra tlsCAFile trong địa chỉ, hạn của chứng chỉ và tên máy chủ.',
      'Check tlsCAFile in the address, the certificate’s last day and the server’s name.',
    ),
  },
  APPEND_AMBIGUOUS: {
    what: words(
      'Nhật ký sự kiện đọc được nhưng không ghi được: máy chủ chỉ cho đọc, hoặc cụm máy chủ chưa có máy chính.',
      'The log of events can be read, but not written: its server is read-only, or the cluster has no leader.',
    ),
    act: words(
      'Xem trạng thái và ổ đĩa của các máy chủ nhật ký. Lệnh bị từ chối có thể gửi lại mà không bị ghi hai lần.',
      'Look at the state and the disks of the log’s servers. A command that was refused may be sent again; it is not stored twice.',
    ),
  },
  FOREIGN_LOG: {
    what: words(
      'Đây không phải nhật ký của dữ liệu này. Chưa có gì bị thay đổi.',
      'This is not the log of these data. Nothing was changed.',
    ),
    act: words(
      `Hãy chỉ đúng máy chủ và nhật ký. ${moved.vi}`,
      `Name the right server and log. ${moved.en}`,
    ),
  },
  LOG_IN_POSTGRESQL: {
    what: words(
      'Nhật ký của dữ liệu này ở PostgreSQL, không ở EventStoreDB. Chưa có gì bị thay đổi.',
      'The log of these data is in PostgreSQL, not in EventStoreDB. Nothing was changed.',
    ),
    act: words(
      `Hãy bỏ --store và MB_EVENTSTORE_URL. ${moved.vi}`,
      `Leave out --store and MB_EVENTSTORE_URL. ${moved.en}`,
    ),
  },
  LOG_NOT_IN_POSTGRESQL: {
    what: words(
      'Nhật ký của dữ liệu này không ở trong cơ sở dữ liệu này. Chưa có gì bị thay đổi.',
      'The log of these data is not in this database. Nothing was changed.',
    ),
    act: words(
      `Phải là --store hoặc MB_EVENTSTORE_URL với địa chỉ EventStoreDB của nhật ký. ${moved.vi}`,
      `It must be started with --store or MB_EVENTSTORE_URL and the log’s EventStoreDB. ${moved.en}`,
    ),
  },
  STREAM_TRUNCATED: {
    what: words(
      'Có người đã xóa sự kiện khỏi luồng này bằng công cụ của máy chủ. Không ghi thêm vào luồng.',
      'Somebody has taken events out of this stream with the server’s own tools. Nothing more is written to it.',
    ),
    act: words(
      'Tìm xem ai đã xóa, rồi khôi phục nhật ký từ bản sao lưu.',
      'Find out who did it, then restore the log from its backup.',
    ),
  },
  STREAM_DELETED: {
    what: words(
      'Có người đã xóa hẳn luồng này bằng công cụ của máy chủ. Không ghi thêm được vào luồng.',
      'Somebody has deleted this stream for good with the server’s own tools. Nothing more can be written to it.',
    ),
    act: words(
      'Tìm xem ai đã xóa, rồi khôi phục nhật ký từ bản sao lưu.',
      'Find out who did it, then restore the log from its backup.',
    ),
  },
  FOREIGN_EVENT: {
    what: words(
      'Trong luồng này có sự kiện không do hệ thống ghi. Sự kiện được giữ nguyên, không bị bỏ qua.',
      'This stream holds an event that the product did not write. It is kept, and not passed over.',
    ),
    act: words(
      'Tìm xem ai có quyền ghi vào nhật ký, chặn lại, rồi khôi phục nhật ký từ bản sao lưu.',
      'Find out who may write to the log, shut them out, then restore the log from its backup.',
    ),
  },
  APPEND_TOO_LARGE: {
    what: words(
      'Máy chủ của nhật ký không nhận một lần ghi vì quá lớn. Không có gì được ghi.',
      'The server of the log refused a write as too large. Nothing was stored.',
    ),
    act: words(
      'Giới hạn của máy chủ (MaxAppendSize) phải là 1 MiB trở lên; nếu đã đúng, báo nhóm phát triển.',
      'The server’s limit (MaxAppendSize) must be 1 MiB or more; if it is, tell the developers.',
    ),
  },
};

/**
 * @param reason as an error's details give it; one that is not known changes nothing
 * @returns nothing for a code that says nothing of the log
 */
export const logState = (code: string, reason?: unknown): LogState | undefined =>
  STATES[`${code} ${String(reason)}`] ?? STATES[code];
