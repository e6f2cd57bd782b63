import { isDomainError } from '@minh-bach/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteCookie } from '../http/cookies.ts';
import { Refusal } from '../http/problem.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { RelyingParty, Tokens } from './relying-party.ts';
import type { Session, Sessions } from './sessions.ts';

/** New tokens are fetched this long before the old ones end. */
const MARGIN_MS = 30_000;

export interface Caller {
  readonly issuer: string;
  readonly subject: string;
  readonly accessToken: string;
  readonly session?: Session;
}

/** One person at one provider, as a key: whichever session they ask from. */
export const holderKey = ({ issuer, subject }: Pick<Caller, 'issuer' | 'subject'>): string =>
  `${issuer}\n${subject}`;

/** Finds out for whom a request speaks: a browser's session, or the bearer token of `mb`. */
export class Doorkeeper {
  constructor(
    private readonly sessions: Sessions,
    private readonly party: RelyingParty,
    private readonly cookie: SiteCookie,
    private readonly publicOrigin: string,
  ) {}

  /**
   * Where there is a session cookie, nothing else counts: an `Authorization` header beside it
   * neither replaces the session nor lifts the rules against foreign pages.
   *
   * @throws Refusal `SIGN_IN_REQUIRED`, `CROSS_SITE`, `UNAVAILABLE` (the provider does not answer)
   */
  async identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const id = this.cookie.read(request);
    if (id === undefined) return this.#byBearer(request);
    refuseCrossSite(request, this.publicOrigin);
    const touch = request.headers['x-minh-bach-background'] !== '1';
    const session = await this.sessions.find(id, { touch });
    const tokens = session && (await this.#fresh(session));
    if (!session || !tokens) {
      this.cookie.clear(reply);
      throw new Refusal('SIGN_IN_REQUIRED');
    }
    const { issuer, subject } = session;
    return { issuer, subject, accessToken: tokens.accessToken, session };
  }

  /** The session alone, without asking the provider for anything. */
  async session(request: FastifyRequest): Promise<Session | undefined> {
    const id = this.cookie.read(request);
    return id === undefined ? undefined : this.sessions.find(id);
  }

  async #byBearer(request: FastifyRequest): Promise<Caller> {
    const accessToken = /^Bearer ([\w.~+/=-]{1,8000})$/i.exec(
      request.headers.authorization ?? '',
    )?.[1];
    if (accessToken === undefined) throw new Refusal('SIGN_IN_REQUIRED');
    try {
      return { ...(await this.party.verify(accessToken)), accessToken };
    } catch (cause) {
      const refused = isDomainError(cause, 'TOKEN_REFUSED');
      throw new Refusal(refused ? 'SIGN_IN_REQUIRED' : 'UNAVAILABLE', {}, { cause });
    }
  }

  async #fresh(session: Session): Promise<Tokens | undefined> {
    if (isFresh(session.tokens)) return session.tokens;
    try {
      return await this.sessions.renew(session.idHash, async (tokens) => {
        if (isFresh(tokens)) return tokens;
        return tokens.refreshToken === undefined
          ? undefined
          : this.party.refresh(tokens.refreshToken);
      });
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', {}, { cause });
    }
  }
}

const isFresh = ({ expiresAt }: Tokens): boolean => expiresAt - Date.now() > MARGIN_MS;
