import { DomainError, outliveLostConnections, systemClock } from '@minh-bach/kernel';
import type { Clock } from '@minh-bach/kernel';
import type { FastifyPluginAsync } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import pg from 'pg';
import { Accounts } from './accounts/accounts.ts';
import type { NewAccount } from './accounts/accounts.ts';
import { Throttle } from './accounts/throttle.ts';
import { Hashing } from './hashing/hashing.ts';
import { codeHash } from './one-time-links/code-hash.ts';
import { Invitations } from './one-time-links/invitations.ts';
import type {
  DrawnCode,
  Invitation,
  Inviter,
  OpenInvitation,
} from './one-time-links/invitations.ts';
import { OneTimeLinks } from './one-time-links/one-time-links.ts';
import type { DrawnLink } from './one-time-links/one-time-links.ts';
import {
  FIRST_ADMINISTRATOR_PATH,
  INVITATION_PATH,
  oneTimeLinkRoutes,
} from './one-time-links/routes.ts';
import type { RecordFirstAdministrator } from './one-time-links/routes.ts';
import { Guesses } from './provider/guesses.ts';
import { accessToken } from './provider/access-token.ts';
import { mountProvider } from './provider/mount.ts';
import { createProvider } from './provider/provider.ts';
import { migrateSignIn } from './schema.ts';
import { publicKeysOf } from './secrets.ts';
import type { SignInSecrets } from './secrets.ts';
import { serveAssets } from './web/assets.ts';
import { DeviceCookie } from './web/device-cookie.ts';
import { readForms } from './web/forms.ts';
import { secureHeaders } from './web/headers.ts';
import { limitsBy, sourceOf } from './web/limits.ts';
import { pageVisitsOnly } from './web/page-visit.ts';
import { signInRoutes } from './web/sign-in-routes.ts';

/** Where it is mounted under the public origin. */
export const SIGN_IN_PATH = '/oidc';

export interface SignInOptions {
  readonly databaseUrl: string;
  /** e.g. `https://minhbach.example`; without a path. */
  readonly publicOrigin: string;
  readonly secrets: SignInSecrets;
  readonly mode: 'demo' | 'test' | 'production';
  readonly recordFirstAdministrator: RecordFirstAdministrator;
  /** Of delays and links; tokens go by the machine's time. @default the system's */
  readonly clock?: Clock;
}

export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** An administrator of the directory. */
export interface KnownAdministrator {
  readonly subject: string;
  readonly name: string;
}

/** @property name of the one whom the directory has; absent for somebody new */
export interface FirstLink extends OneTimeLink {
  readonly name?: string;
}

/** The embedded OpenID provider with its accounts and pages. */
export interface SignIn {
  readonly issuer: string;
  /** What its tokens verify with; also served at `<issuer>/jwks`. */
  readonly publicKeys: JSONWebKeySet;
  /** To be registered with `{ prefix: SIGN_IN_PATH }`. */
  readonly plugin: FastifyPluginAsync;
  /** @throws DomainError `BAD_USERNAME`, `WEAK_PASSWORD`, `DEMO_REFUSED` (a demo account in production) */
  ensureAccount(account: NewAccount): Promise<{ sub: string; created: boolean }>;
  /**
   * An access token like those that signing in gives, good for five minutes: everybody knows the password.
   *
   * @throws DomainError `DEMO_REFUSED` in production, and for an account that is none of the demo's
   */
  demoToken(username: string): Promise<string>;
  /** @throws DomainError `WEAK_PASSWORD`, `UNKNOWN_ACCOUNT` */
  setPassword(sub: string, password: string): Promise<void>;
  /**
   * For as many administrators as are missing of the first ones; every earlier link of this kind stops
   * working. Only those count who can sign in: one whom the directory has, and who has no account, as after
   * a start that was cut short, gets a link for that very account.
   *
   * @param needed how many administrators there must be
   * @param known the directory's
   */
  firstLinks(needed: number, known?: readonly KnownAdministrator[]): Promise<FirstLink[]>;
  /**
   * For the account of somebody whom the directory knows; earlier links for it stop working. Who
   * asked for it and when is kept. Whether they may ask is not judged here. The link makes no account
   * without the code of another person.
   *
   * @throws DomainError `ACCOUNT_EXISTS`: a link must not take an account over;
   *   `INVITATION_SAME_PERSON`: nobody invites themselves
   */
  invite(invitation: Invitation): Promise<OneTimeLink>;
  /** The invitations that wait to be used; `asker` may draw the code of some. */
  openInvitations(asker: Inviter): Promise<OpenInvitation[]>;
  /**
   * The other half of an invitation, told once.
   *
   * @throws DomainError `INVITATION_NOT_OPEN`; `INVITATION_SAME_PERSON`: by the inviter or the invited;
   *   `INVITATION_CODE_GIVEN`
   */
  invitationCode(person: string, by: Inviter): Promise<DrawnCode>;
  /** Ends whatever this account has open at the provider: its session, its refresh tokens. */
  endSessions(sub: string): Promise<void>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
  /** For metrics. */
  readonly figures: SignInFigures;
  close(): Promise<void>;
}

export interface SignInFigures {
  /** Passwords that wait to be hashed, now. */
  readonly waiting: number;
  /** Sign-ins that found no place in that queue, since the start. */
  readonly refused: number;
  /** Device codes that nobody was given, since the start. */
  readonly wrongCodes: number;
}

/** @throws DomainError `DEMO_REFUSED` when production finds demo accounts in its database */
export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const { publicOrigin, secrets, mode, clock = systemClock } = options;
  const issuer = publicOrigin + SIGN_IN_PATH;
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 10,
    application_name: 'sign-in',
  });
  pool.on('error', () => undefined);
  outliveLostConnections(pool);
  await migrateSignIn(pool);

  const accounts = new Accounts(pool);
  if (mode === 'production' && (await accounts.haveDemo())) {
    await pool.end();
    throw demoRefused();
  }
  const throttle = new Throttle(pool, clock);
  const hashing = new Hashing();
  const guesses = new Guesses(clock);
  const provider = createProvider({ pool, issuer, secrets, accounts, guesses });
  const sealKey = Buffer.from(secrets.sealKey, 'base64url');
  const links = new OneTimeLinks(pool, clock, codeHash(sealKey));
  const invitations = new Invitations(pool, clock, codeHash(sealKey));
  const devices = new DeviceCookie(sealKey, SIGN_IN_PATH, issuer.startsWith('https:'));
  const source = sourceOf(devices);
  const limits = limitsBy(source);

  const linkTo = (path: string, { token, expiresAt }: DrawnLink): OneTimeLink => ({
    url: `${issuer}${path}?token=${token}`,
    expiresAt,
  });

  return {
    issuer,
    publicKeys: publicKeysOf(secrets),
    plugin: async (app) => {
      secureHeaders(app);
      await serveAssets(app);
      await app.register(async (pages) => {
        pageVisitsOnly(pages);
        readForms(pages);
        const demo = mode === 'demo';
        signInRoutes(pages, { provider, accounts, throttle, hashing, devices, limits, demo });
        const record = options.recordFirstAdministrator;
        oneTimeLinkRoutes(pages, { issuer, links, accounts, hashing, limits, record });
      });
      const gatewaySecret = secrets.gatewayClientSecret;
      mountProvider(app, { provider, guesses, gatewaySecret, source, limits });
    },
    async ensureAccount(account) {
      if (account.demo && mode === 'production') throw demoRefused();
      return accounts.ensure(account);
    },
    async demoToken(username) {
      const sub = mode === 'production' ? undefined : await accounts.demoSubject(username);
      if (sub === undefined) throw demoRefused();
      return accessToken(secrets, { issuer, sub });
    },
    setPassword: (sub, password) => accounts.setPassword(sub, password),
    async firstLinks(needed, known = []) {
      const there = await Promise.all(known.map(({ subject }) => accounts.exists(subject)));
      const missing = Math.max(0, needed - there.filter(Boolean).length);
      if (missing === 0) return [];
      const without = known.filter((_, n) => !there[n]).slice(0, missing);
      const subjects = Array.from({ length: missing }, (_, n) => without[n]?.subject ?? null);
      return (await links.draw(subjects)).map((link, n) => ({
        ...linkTo(FIRST_ADMINISTRATOR_PATH, link),
        ...(without[n] && { name: without[n].name }),
      }));
    },
    async invite(invitation) {
      const subjects = [invitation.subject, ...(invitation.former ?? [])];
      const taken = await Promise.all(subjects.map((sub) => accounts.exists(sub)));
      if (taken.includes(true)) throw new DomainError('ACCOUNT_EXISTS');
      return linkTo(INVITATION_PATH, await invitations.draw(invitation));
    },
    openInvitations: (asker) => invitations.open(asker),
    invitationCode: (person, by) => invitations.drawCode(person, by),
    async endSessions(sub) {
      await pool.query('DELETE FROM signin.oidc_models WHERE account = $1', [sub]);
    },
    async sweep() {
      await pool.query('DELETE FROM signin.oidc_models WHERE expires_at < $1', [new Date()]);
      await throttle.sweep();
    },
    get figures() {
      return { ...hashing.figures, wrongCodes: guesses.wrong };
    },
    close: () => pool.end(),
  };
}

const demoRefused = () => new DomainError('DEMO_REFUSED');
