import { createHash } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/accounts.ts';
import { FIELD_OF, firstAdministratorPage } from '../pages/first-administrator-page.ts';
import type { FormProblem } from '../pages/first-administrator-page.ts';
import { languageCookie, languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';
import { fieldOf, FORM_LIMIT, fromElsewhere } from '../web/forms.ts';
import type { OneTimeLinks } from './one-time-links.ts';

/** Recorded in the directory by the app; must do nothing when this `subject` is there already. */
export type RecordFirstAdministrator = (administrator: {
  readonly name: string;
  readonly username: string;
  readonly issuer: string;
  readonly subject: string;
}) => Promise<void>;

export interface FirstAdministratorRoutes {
  readonly issuer: string;
  readonly links: OneTimeLinks;
  readonly accounts: Accounts;
  readonly record: RecordFirstAdministrator;
}

export const FIRST_ADMINISTRATOR_PATH = '/first-administrator';

/** The page behind the one-time link: whoever holds it names himself and sets his password. */
export function firstAdministratorRoutes(app: FastifyInstance, it: FirstAdministratorRoutes): void {
  const { origin, pathname: base } = new URL(it.issuer);
  const action = base + FIRST_ADMINISTRATOR_PATH;

  const send = (reply: FastifyReply, code: number, page: string) =>
    reply.code(code).type('text/html; charset=utf-8').send(page);
  const tell = (request: FastifyRequest, reply: FastifyReply, kind: 'linkDead' | 'firstDone') =>
    send(
      reply,
      kind === 'linkDead' ? 404 : 200,
      messagePage({ language: languageOf(request.raw), base, kind }),
    );

  app.get<{ Querystring: { token?: unknown } }>(
    FIRST_ADMINISTRATOR_PATH,
    async (request, reply) => {
      const { token } = request.query;
      if (typeof token !== 'string' || !(await it.links.works(token)))
        return tell(request, reply, 'linkDead');
      const chosen = languageCookie(request.raw, base);
      if (chosen) void reply.header('set-cookie', chosen);
      const language = languageOf(request.raw);
      return send(reply, 200, firstAdministratorPage({ language, base, action, token }));
    },
  );

  app.post(FIRST_ADMINISTRATOR_PATH, FORM_LIMIT, async (request, reply) => {
    const token = fieldOf(request, 'token');
    const name = fieldOf(request, 'name').trim();
    const username = fieldOf(request, 'username').trim();
    if (fromElsewhere(request, origin) || !(await it.links.works(token)))
      return tell(request, reply, 'linkDead');
    try {
      if (name === '' || name.length > 120) throw new DomainError('NAME_MISSING');
      const password = fieldOf(request, 'password');
      if (password !== fieldOf(request, 'repeat')) throw new DomainError('NOT_THE_SAME');

      const used = await it.links.use(token, async (db) => {
        // From the link, so that a second try after a crash names the same person.
        const sub = createHash('sha256').update(`first administrator ${token}`).digest('base64url');
        const { created } = await it.accounts.ensure({ username, password, sub }, db);
        if (!created) throw new DomainError('USERNAME_TAKEN');
        await it.record({ name, username, issuer: it.issuer, subject: sub });
      });
      return tell(request, reply, used ? 'firstDone' : 'linkDead');
    } catch (error) {
      const problem = problemOf(error);
      const language = languageOf(request.raw);
      return send(
        reply,
        422,
        firstAdministratorPage({ language, base, action, token, name, username, problem }),
      );
    }
  });
}

function problemOf(error: unknown): FormProblem {
  if (!(error instanceof DomainError)) throw error;
  const { problem = error.code } = error.details;
  if (typeof problem !== 'string' || !Object.hasOwn(FIELD_OF, problem)) throw error;
  return problem as FormProblem;
}
