import { NotSignedIn } from './api.ts';

/** Runs a command's work; what people can mend is said in one line, in both languages. */
export async function explained(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const told = wordsFor(error);
    if (told === undefined) throw error;
    console.error(told.join('\n'));
    return 1;
  }
}

function wordsFor(error: unknown): readonly [string, string] | undefined {
  if (error instanceof NotSignedIn) {
    return ['Chưa đăng nhập. Hãy chạy: mb login', 'Not signed in. Run: mb login'];
  }
  const code: unknown = error instanceof Error ? Reflect.get(error, 'error') : undefined;
  if (code === 'access_denied') return ['Yêu cầu đã bị từ chối.', 'The request was refused.'];
  if (code === 'expired_token') {
    return ['Mã đã hết hạn. Hãy chạy lại: mb login', 'The code has expired. Run again: mb login'];
  }
  if (isUnreachable(error)) {
    return ['Không nối được với hệ thống.', 'The system cannot be reached.'];
  }
  return undefined;
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    error.message === 'fetch failed' ||
    (error.cause !== undefined && isUnreachable(error.cause)));
