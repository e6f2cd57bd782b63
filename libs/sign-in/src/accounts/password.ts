import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';

/** OWASP's Password Storage Cheat Sheet, scrypt: N = 2^15, r = 8, p = 3 (32 MiB, some 0.2 s). */
const PARAMETERS = { N: 2 ** 15, r: 8, p: 3 } as const;
/** The demo password is public: much work would protect nothing, and slow every sign-in. */
export const DEMO_PARAMETERS = { ...PARAMETERS, N: 2 ** 10 } as const;
const LENGTH = 32;

/** Takes a thread of the pool, not the event loop; `Hashing` says how many at once. */
const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const text = password.normalize('NFKC');
    const maxmem = 128 * (options.N ?? 0) * (options.r ?? 0) + 2 ** 20;
    scrypt(text, salt, LENGTH, { ...options, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$hash`, so that parameters can grow and old hashes still verify. */
export async function hashPassword(
  password: string,
  parameters: Readonly<Record<'N' | 'r' | 'p', number>> = PARAMETERS,
): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, parameters);
  const { N, r, p } = parameters;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Without a hash (no such account) the same work is done and the answer is no: how long it took
 * tells nobody who has an account.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? NOBODY).split('$');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'), options);
  const same = timingSafeEqual(derived, Buffer.from(key ?? '', 'base64url'));
  return same && hash !== undefined;
}

const { N, r, p } = PARAMETERS;
const NOBODY = ['scrypt', N, r, p, 'A'.repeat(22), 'A'.repeat(43)].join('$');
