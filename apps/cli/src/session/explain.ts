import { NotSignedIn } from './api.ts';
import { NotEncrypted, NotTheProduct, OtherIssuer } from './login.ts';
import { loadSession } from './store.ts';
import { plain } from './timeline.ts';

/**
 * Runs a command's work; what people can mend is said in one line, in both languages.
 *
 * @param address that is asked; by default that of the last sign-in
 */
export async function explained(work: () => Promise<number>, address?: string): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const told = wordsFor(error, address ?? (await loadSession())?.url ?? '');
    if (told === undefined) throw error;
    console.error(told.join('\n'));
    return 1;
  }
}

function wordsFor(error: unknown, address: string): readonly [string, string] | undefined {
  if (error instanceof NotSignedIn) {
    return ['Chưa đăng nhập. Hãy chạy: mb login', 'Not signed in. Run: mb login'];
  }
  const code: unknown = error instanceof Error ? Reflect.get(error, 'error') : undefined;
  if (code === 'access_denied') return ['Yêu cầu đã bị từ chối.', 'The request was refused.'];
  if (code === 'expired_token') {
    return ['Mã đã hết hạn. Hãy chạy lại: mb login', 'The code has expired. Run again: mb login'];
  }
  if (error instanceof NotTheProduct) {
    return [
      `Ở ${address} không có hệ thống này. Hãy kiểm tra địa chỉ: mb login --url ĐỊA-CHỈ`,
      `This system is not at ${address}. Check the address: mb login --url ADDRESS`,
    ];
  }
  if (error instanceof OtherIssuer) {
    const issuer = plain(error.issuer);
    return [
      `${address} muốn đăng nhập qua nơi khác: ${issuer}. Chỉ khi biết chắc đó là nơi đăng nhập của hệ thống: mb login --issuer ${issuer}`,
      `${address} wants the sign-in to be at another place: ${issuer}. Only if you know that the system signs in there: mb login --issuer ${issuer}`,
    ];
  }
  if (error instanceof NotEncrypted) {
    const unsafe = plain(error.address);
    return [
      `${unsafe} không mã hóa đường truyền. Hãy dùng địa chỉ bắt đầu bằng https://`,
      `${unsafe} is not encrypted. Use an address that begins with https://`,
    ];
  }
  if (isUnreachable(error)) {
    return [
      `Không nối được với ${address}. Nếu hệ thống ở địa chỉ khác: mb login --url ĐỊA-CHỈ`,
      `${address} cannot be reached. If the system is elsewhere: mb login --url ADDRESS`,
    ];
  }
  return undefined;
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    error.message === 'fetch failed' ||
    (error.cause !== undefined && isUnreachable(error.cause)));
