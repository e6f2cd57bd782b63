import { createHash } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import { hashPassword } from '../accounts/password.ts';
import { Crowded } from '../hashing/hashing.ts';
import type { Hashing } from '../hashing/hashing.ts';
import { FIELD_OF, oneTimeLinkPage } from '../pages/one-time-link-page.ts';
import type { FormProblem } from '../pages/one-time-link-page.ts';
import { languageCookie, languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';
import { fieldOf, fromElsewhere } from '../web/forms.ts';
import type { Limits } from '../web/limits.ts';
import { networkOf } from '../web/network.ts';
import type { FoundLink, OneTimeLinks } from './one-time-links.ts';

/** Recorded in the directory by the app; must do nothing when this `subject` is there already. */
export type RecordFirstAdministrator = (administrator: {
  readonly name: string;
  readonly username: string;
  readonly issuer: string;
  readonly subject: string;
}) => Promise<void>;

export interface OneTimeLinkRoutes {
  readonly issuer: string;
  readonly links: OneTimeLinks;
  readonly accounts: Accounts;
  readonly hashing: Hashing;
  readonly record: RecordFirstAdministrator;
  readonly limits: Limits;
}

export const FIRST_ADMINISTRATOR_PATH = '/first-administrator';
export const INVITATION_PATH = '/invitation';

/**
 * The pages behind one-time links: their holders set a name to sign in with and a password. An
 * invitation also asks for the code that another administrator drew.
 */
export function oneTimeLinkRoutes(app: FastifyInstance, it: OneTimeLinkRoutes): void {
  pageOf(app, it, FIRST_ADMINISTRATOR_PATH, false);
  pageOf(app, it, INVITATION_PATH, true);
}

/** @param invited by an administrator; otherwise it is a first administrator, who may name himself */
function pageOf(app: FastifyInstance, it: OneTimeLinkRoutes, path: string, invited: boolean): void {
  const { origin, pathname: base } = new URL(it.issuer);
  const action = base + path;
  const done = invited ? 'inviteDone' : 'firstDone';
  /** A link opens its own page only. */
  const linkOf = async (token: string) => {
    const link = await it.links.find(token);
    return link?.invited === invited ? link : undefined;
  };

  const send = (reply: FastifyReply, code: number, page: string) =>
    reply.code(code).type('text/html; charset=utf-8').send(page);
  const tell = (
    request: FastifyRequest,
    reply: FastifyReply,
    kind: 'linkDead' | 'firstDone' | 'inviteDone',
  ) =>
    send(
      reply,
      kind === 'linkDead' ? 404 : 200,
      messagePage({ language: languageOf(request.raw), base, kind }),
    );

  app.get<{ Querystring: { token?: unknown } }>(path, async (request, reply) => {
    const { token } = request.query;
    const link = typeof token === 'string' ? await linkOf(token) : undefined;
    if (typeof token !== 'string' || !link) return tell(request, reply, 'linkDead');
    const chosen = languageCookie(request.raw, base);
    if (chosen) void reply.header('set-cookie', chosen);
    const language = languageOf(request.raw);
    return send(reply, 200, oneTimeLinkPage({ language, base, action, token, ...kindOf(link) }));
  });

  app.post(path, it.limits.form, async (request, reply) => {
    const token = fieldOf(request, 'token');
    const name = fieldOf(request, 'name').trim();
    const username = fieldOf(request, 'username').trim();
    const code = fieldOf(request, 'code').trim();
    const link = fromElsewhere(request, origin) ? undefined : await linkOf(token);
    if (link === undefined) return tell(request, reply, 'linkDead');
    try {
      if (link.subject === null && !isName(name)) throw new DomainError('NAME_MISSING');
      const password = fieldOf(request, 'password');
      if (password !== fieldOf(request, 'repeat')) throw new DomainError('NOT_THE_SAME');

      const folded = it.accounts.check(username, password);
      // Before anything is hashed: a wrong code costs little.
      if (invited) {
        const tried = await it.links.tryCode(token, code);
        if (tried === 'ended') {
          request.log.warn('an invitation ended while its code was tried');
          return tell(request, reply, 'linkDead');
        }
        if (tried === 'wrong') throw new DomainError('CODE_WRONG');
      }
      // Nobody guesses a link and its code, so their holder need not wait among strangers.
      const asker = { network: networkOf(request.ip), account: `link ${token}`, known: true };
      const hash = await it.hashing.run(asker, () => hashPassword(password));

      const used = await it.links.use(token, code, async (db) => {
        // From the link, so that a second try after a crash names the same person.
        const sub =
          link.subject ??
          createHash('sha256').update(`first administrator ${token}`).digest('base64url');
        const created = await it.accounts.create({ sub, username: folded, hash }, db);
        if (!created) throw new DomainError('USERNAME_TAKEN');
        // Whom the directory has already is not recorded again.
        if (link.subject === null)
          await it.record({ name, username: folded, issuer: it.issuer, subject: sub });
      });
      return tell(request, reply, used ? done : 'linkDead');
    } catch (error) {
      const problem = problemOf(error);
      const language = languageOf(request.raw);
      if (error instanceof Crowded) void reply.header('retry-after', error.seconds);
      return send(
        reply,
        error instanceof Crowded ? 503 : 422,
        oneTimeLinkPage({
          ...{ language, base, action, token, name, username, code, problem },
          ...kindOf(link),
        }),
      );
    }
  });
}

const kindOf = ({ subject, invited }: FoundLink) => ({ invited, asksName: subject === null });

/** One line of text, as the directory takes it. */
const isName = (name: string): boolean =>
  name !== '' && name.length <= 120 && !/[\p{Cc}\p{Cs}]/u.test(name);

function problemOf(error: unknown): FormProblem {
  if (error instanceof Crowded) return 'CROWDED';
  if (!(error instanceof DomainError)) throw error;
  const { problem = error.code } = error.details;
  if (typeof problem !== 'string' || !Object.hasOwn(FIELD_OF, problem)) throw error;
  return problem as FormProblem;
}
