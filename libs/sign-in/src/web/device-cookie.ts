import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomToken } from '../seal.ts';

const NAME = 'mb_known';
const VALUE = new RegExp(`(?:^|; )${NAME}=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)(?:;|$)`);
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * OWASP's device cookie: a random id of the device, a proof that somebody signed in there, and a proof
 * of the last user name. It opens nothing. It only keeps this device apart from a flood of requests,
 * and this person's mistypings apart from tries elsewhere. The key comes from a stored secret, so the
 * proofs hold after a restart and at every gateway.
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

  /** The device's id, where anybody has signed in before. */
  device(header: string | undefined): string | undefined {
    const [, id, proof] = VALUE.exec(header ?? '') ?? [];
    return id !== undefined && same(proof, this.#proof(id)) ? id : undefined;
  }

  /** The device's id, where the last one to sign in had this user name. */
  deviceOf(header: string | undefined, username: string): string | undefined {
    const id = this.device(header);
    const [, , , proof] = VALUE.exec(header ?? '') ?? [];
    return id !== undefined && same(proof, this.#proof(id, username)) ? id : undefined;
  }

  /** @param device its id, where it is known already: a second person makes it no other device */
  issue(username: string, device = randomToken()): string {
    const value = [device, this.#proof(device), this.#proof(device, username)].join('.');
    const secure = this.secure ? '; Secure' : '';
    // Lax: also a link in a mail that leads to the sign-in brings it along.
    return `${NAME}=${value}; Path=${this.path}; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}`;
  }

  #proof(...of: readonly string[]): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(of)).digest('base64url');
  }
}

function same(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
