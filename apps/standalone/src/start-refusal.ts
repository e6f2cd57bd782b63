import { logState } from '@minh-bach/contracts';
import { explainStartFailure } from '@minh-bach/embedded-postgres';
import { BadConfig } from '@minh-bach/http';
import { isDomainError } from '@minh-bach/kernel';

const WORDS: Readonly<Record<string, string>> = {
  DEMO_REFUSED:
    'Chế độ production không nhận dữ liệu có người dùng thử. / Production refuses data with demo people.',
  IMPORT_UNFINISHED:
    'Lần khôi phục (mb import) vào thư mục này chưa xong; hãy chạy lại lệnh đó với các phần nêu dưới đây, trong cùng một lần chạy, cho đến khi xong. / A restore (mb import) into this folder has not come to its end; run it again with the parts that are named here, in one run, until it has.',
  MASTER_KEY_EXPOSED:
    'Người khác đọc được tệp khóa; hãy đặt quyền 600. / Others may read the key file; set its mode to 600.',
  MASTER_KEY_BROKEN: 'Tệp khóa không còn nguyên vẹn. / The key file is broken.',
  MASTER_KEY_WRONG:
    'Khóa không thuộc dữ liệu này; hãy khôi phục đúng khóa. / The key is not the one of these data; restore the right one.',
  MASTER_KEY_MISSING:
    'Thiếu khóa chủ của dữ liệu này; không tạo khóa mới, vì khóa mới không mở được gì. Hãy khôi phục tệp từ bản sao lưu. / The key of these data is missing; none was drawn, since a new one opens nothing. Restore the file from its backup.',
  SECRET_MISSING:
    'Thiếu tệp bí mật của dữ liệu này; không tạo tệp mới, vì các mã đã cấp được tính từ bí mật đó. Hãy khôi phục tệp từ bản sao lưu. / The file of secrets of these data is missing; none was drawn, since ids were derived from the old one. Restore the file from its backup.',
  SECRET_BROKEN:
    'Tệp bí mật trống hoặc bị cắt ngắn; hãy khôi phục từ bản sao lưu. / The file of secrets is empty or cut short; restore it from its backup.',
  SECRET_EXPOSED:
    'Người khác đọc được tệp bí mật; hãy đặt quyền 600. / Others may read the file of secrets; set its mode to 600.',
  SIGN_IN_SECRETS_BROKEN:
    'Tệp bí mật đăng nhập trống hoặc bị hỏng; hãy khôi phục từ bản sao lưu, hoặc xóa tệp để tạo lại (mọi người phải đăng nhập lại). / The file of sign-in secrets is empty or broken; restore it from a backup, or remove it to draw new ones (everybody signs in again).',
  SIGN_IN_SECRETS_EXPOSED:
    'Người khác đọc được tệp bí mật đăng nhập; hãy đặt quyền 600. / Others may read the file of sign-in secrets; set its mode to 600.',
  STORE_NOT_DURABLE:
    'Cơ sở dữ liệu không ghi chắc chắn xuống đĩa. / The database does not wait for the disk.',
};

/** Why the product does not start, in a line for people; `undefined` for what nobody foresaw. */
export function startRefusal(error: unknown): string | undefined {
  if (error instanceof BadConfig) return error.lines.join('\n');
  const known = explainStartFailure(error);
  if (known !== undefined || !isDomainError(error)) return known;
  const { path, reason, parts } = error.details;
  const ofLog = logState(error.code, reason);
  const log = ofLog && `${ofLog.what.vi} ${ofLog.act.vi} / ${ofLog.what.en} ${ofLog.act.en}`;
  const where = [path, reason, parts]
    .map((each) => (typeof each === 'string' ? ` ${each}` : ''))
    .join('');
  return `${WORDS[error.code] ?? log ?? 'Không khởi động được. / It cannot start.'} (${error.code}${where})`;
}
