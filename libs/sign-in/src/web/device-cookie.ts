import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomToken } from '../seal.ts';

const NAME = 'mb_known';
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * OWASP's device cookie: says that somebody has signed in under this name in this browser. It opens
 * nothing; it only keeps his mistypings apart from a flood of tries from elsewhere.
 */
export class DeviceCookie {
  readonly #key: Buffer;

  constructor(
    sealKey: Buffer,
    private readonly path: string,
    private readonly secure: boolean,
  ) {
    this.#key = createHmac('sha256', sealKey).update('device cookie').digest();
  }

  /** The device's own random part, where the cookie is ours and of this user name. */
  read(header: string | undefined, username: string): string | undefined {
    const value = new RegExp(`(?:^|; )${NAME}=([\\w-]+)\\.([\\w-]+)(?:;|$)`).exec(header ?? '');
    const [, nonce, mac] = value ?? [];
    if (nonce === undefined || mac === undefined) return undefined;
    const expected = Buffer.from(this.#mac(nonce, username));
    const given = Buffer.from(mac);
    return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined;
  }

  issue(username: string): string {
    const nonce = randomToken();
    const secure = this.secure ? '; Secure' : '';
    return `${NAME}=${nonce}.${this.#mac(nonce, username)}; Path=${this.path}; Max-Age=${YEAR_S}; HttpOnly; SameSite=Strict${secure}`;
  }

  #mac(nonce: string, username: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([nonce, username]))
      .digest('base64url');
  }
}
