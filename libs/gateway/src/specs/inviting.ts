import { decodeJwt } from 'jose';
import type { Browser } from './browser.ts';
import type { RunningGateway } from './running-gateway.ts';

export const PASSWORD = 'ba con mèo ngồi trên mái';

export interface Half {
  readonly status: number;
  readonly url: string;
  /** Of an invitation, or of a problem. */
  readonly code: string;
  readonly expiresAt: string;
}

const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';

/** For specs: administrators of a gateway whose directory is a fake, and the people whom they invite. */
export class Inviting {
  readonly #people = new Map<string, { person: string; roles: readonly string[] }>();
  #recorded = 0;

  constructor(readonly door: RunningGateway) {
    this.directorySaysAll();
  }

  /** What the directory answers of each; other posts of theirs are named by their role. */
  directorySaysAll(): void {
    const name = { vi: 'Tên', en: 'Name' };
    this.door.service.answer = ({ headers }) => {
      const { sub = '' } = decodeJwt((headers.authorization ?? '').replace('Bearer ', ''));
      const known = this.#people.get(sub);
      if (!known) return { status: 403, body: {} };
      const posts = known.roles.map((role) => ({
        post: `chq.${role}`,
        unit: 'CHQ',
        unitName: name,
        title: name,
        roles: [role],
      }));
      return { status: 200, body: { person: known.person, name: 'Quản Trị', posts } };
    };
  }

  /** Signed in; the same `person` may have several accounts here. */
  async staff(person: string, ...roles: string[]): Promise<Browser> {
    const { username, password, sub } = await this.door.person();
    this.#people.set(sub, { person, roles: roles.length === 0 ? ['administrator'] : roles });
    const browser = this.door.browser();
    await browser.signIn(username, password);
    return browser;
  }

  /** Somebody of whom the gateway has heard. */
  async recorded({
    issuer = this.door.signIn.issuer,
    subject = '',
    id = '',
    name = 'Người Mới',
  } = {}) {
    id ||= `nguoi-${(this.#recorded += 1)}`;
    await this.door.gateway.handleDirectory({
      id: `m-${id}`,
      topic: 'directory.v1',
      type: 'DirectoryEntryChanged',
      data: { kind: 'person', id, name, issuer, subject: subject || `sub-${id}`, active: true },
      source: { stream: `directory.person-${id}`, revision: 0, previous: null },
      correlationId: 'c',
      causationId: 'c',
      occurredAt: '2026-11-22T03:00:00Z',
    });
    return id;
  }

  invite = (person: unknown, by: Browser, headers = {}): Promise<Half> =>
    this.#post('/api/accounts/invitations', person, by, headers);
  code = (person: unknown, by: Browser, headers = {}): Promise<Half> =>
    this.#post('/api/accounts/invitation-codes', person, by, headers);

  /** What the holder of a link does. */
  take(url: string, username: string, code = '', path = '/oidc/invitation'): Promise<Response> {
    const fields = { token: tokenOf(url), code, username, password: PASSWORD, repeat: PASSWORD };
    return this.door.browser().submit(this.door.origin + path, fields);
  }

  async #post(path: string, person: unknown, by: Browser, headers: Record<string, string>) {
    const response = await by.send(path, {
      method: 'POST',
      headers: {
        origin: this.door.origin,
        'x-minh-bach': '1',
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ person }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Half, 'status'>) };
  }
}
