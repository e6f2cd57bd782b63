/** Why the product could not start, each told in one line, Vietnamese first. */
const messages = {
  DATA_IN_USE: {
    vi: 'Thư mục dữ liệu {folder} đang được một tiến trình khác sử dụng (PID {pid}). Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --data.',
    en: 'The data folder {folder} is in use by another instance (PID {pid}). Stop it, or choose another folder with --data.',
  },
  DISK_FULL: {
    vi: 'Ổ đĩa chứa {folder} đã đầy. Hãy giải phóng dung lượng hoặc chọn thư mục khác bằng --data.',
    en: 'The disk that holds {folder} is full. Free some space, or choose another folder with --data.',
  },
  FOLDER_NOT_OURS: {
    vi: 'Không có quyền đọc và ghi thư mục {folder}. Hãy chạy bằng người dùng đã tạo thư mục này hoặc chọn thư mục khác bằng --data.',
    en: 'The folder {folder} may not be read and written. Run as the user who made it, or choose another folder with --data.',
  },
  NO_FOLDER: {
    vi: 'Không dùng được thư mục {folder}: đó là một tệp, một liên kết hỏng, hoặc nơi không tạo được thư mục. Hãy chọn thư mục khác bằng --data.',
    en: 'The folder {folder} cannot be used: it is a file, a link that leads nowhere, or a place where no folder can be made. Choose another folder with --data.',
  },
  PASSWORD_EMPTY: {
    vi: 'Tệp mật khẩu {file} bị trống. Nếu thư mục này chưa có dữ liệu cần giữ, hãy xóa cả thư mục; nếu có, hãy khôi phục tệp từ bản sao lưu.',
    en: 'The password file {file} is empty. Remove the whole folder if it holds nothing to keep; else restore the file from a backup.',
  },
  PORT_TAKEN: {
    vi: 'Cổng {port} đang được chương trình khác sử dụng. Hãy chọn cổng khác bằng --port.',
    en: 'Port {port} is taken by another program. Choose another one with --port.',
  },
  OTHER_VERSION: {
    vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, còn chương trình này chạy PostgreSQL {wanted}.',
    en: 'The data in {folder} belongs to PostgreSQL {found}, and this program runs PostgreSQL {wanted}.',
  },
  NO_BINARIES: {
    vi: 'Không có PostgreSQL nhúng cho hệ máy {platform}.',
    en: 'There is no embedded PostgreSQL for {platform}.',
  },
  SERVER_FAILED: {
    vi: 'PostgreSQL không khởi động được: {reason}. Nhật ký: {log}',
    en: 'PostgreSQL did not start: {reason}. Log: {log}',
  },
} as const;

export type StartErrorCode = keyof typeof messages;

/** A start that failed for a reason the person who started it can do something about. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartErrorCode,
    readonly details: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(lineOf(code, details), options);
  }
}

/**
 * One line (Vietnamese, then English) for a failure the person can mend, or `undefined` for
 * anything else. Knows `StartError` and the system's own errors for a port, a disk and a folder.
 */
export function explainStartFailure(error: unknown): string | undefined {
  if (error instanceof StartError) return error.message;
  if (!(error instanceof Error)) return undefined;
  const { code, port, path = '' } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return lineOf('PORT_TAKEN', { port: port ?? '?' });
  if (code === 'ENOSPC') return lineOf('DISK_FULL', { folder: path });
  if (code === 'EACCES' || code === 'EPERM') return lineOf('FOLDER_NOT_OURS', { folder: path });
  return undefined;
}

function lineOf(code: StartErrorCode, details: Readonly<Record<string, string | number>>): string {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'));
  return `${fill(messages[code].vi)} / ${fill(messages[code].en)}`;
}
