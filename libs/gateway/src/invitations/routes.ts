import {
  invitationBody,
  type InvitationCode,
  type InvitationLink,
  type OpenInvitations,
} from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import type { Inviter, SignIn } from '@minh-bach/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Doorkeeper } from '../auth/doorkeeper.ts';
import { assertMay } from '../may.ts';
import { LIMITS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { Services } from '../proxy/services.ts';
import type { PeopleNames } from './people-names.ts';

export interface InvitationRoutes {
  readonly pool: Pool;
  readonly services: Services;
  readonly doorkeeper: Pick<Doorkeeper, 'identify'>;
  readonly names: Pick<PeopleNames, 'of'>;
  /** Absent where accounts are an external provider's. */
  readonly signIn?: SignIn;
  /** The inviter, or the invited, asked for the other half. */
  readonly onSamePerson: () => void;
}

/**
 * Administrators let a person of the directory make an account of the embedded provider. It takes
 * two of them: one gets the link, another the code.
 */
export function invitationRoutes(app: FastifyInstance, it: InvitationRoutes): void {
  const invitations = '/api/accounts/invitations';
  const asked = (request: FastifyRequest, reply: FastifyReply) => askedBy(it, request, reply);

  app.get(invitations, { config: LIMITS.invite }, async (request, reply) => {
    const { by, signIn } = await asked(request, reply);
    const open = await signIn.openInvitations(by);
    const everybody = open.flatMap((one) => [one.person, one.invitedBy, one.codeBy ?? []].flat());
    const nameOf = await it.names.of(everybody);
    const items = open.map((one) => ({
      ...one,
      person: nameOf(one.person),
      invitedBy: nameOf(one.invitedBy),
      invitedAt: one.invitedAt.toISOString(),
      expiresAt: one.expiresAt.toISOString(),
      codeBy: one.codeBy === null ? null : nameOf(one.codeBy),
    }));
    return reply.header('cache-control', 'no-store').send({ items } satisfies OpenInvitations);
  });

  app.post(invitations, { config: LIMITS.invite }, async (request, reply) => {
    const { by, signIn } = await asked(request, reply);
    const person = personIn(request);
    const account = await accountOf(it.pool, person, signIn.issuer);
    const link = await signIn.invite({ ...account, person, by }).catch(refusing(it));
    // Who and for whom is in `signin.one_time_links`; a log names nobody.
    request.log.warn({ expiresAt: link.expiresAt }, 'an invitation was made');
    const answer: InvitationLink = { url: link.url, expiresAt: link.expiresAt.toISOString() };
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });

  app.post('/api/accounts/invitation-codes', { config: LIMITS.invite }, async (request, reply) => {
    const { by, signIn } = await asked(request, reply);
    const drawn = await signIn.invitationCode(personIn(request), by).catch(refusing(it));
    request.log.warn({ expiresAt: drawn.expiresAt }, 'the code of an invitation was made');
    const answer: InvitationCode = { code: drawn.code, expiresAt: drawn.expiresAt.toISOString() };
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });
}

/** @throws Refusal whatever keeps this caller from inviting at all */
async function askedBy(it: InvitationRoutes, request: FastifyRequest, reply: FastifyReply) {
  const caller = await it.doorkeeper.identify(request, reply);
  const { person } = await assertMay(it.services, request, caller, 'directory.change');
  if (!it.signIn) throw new Refusal('ACCOUNTS_ELSEWHERE');
  const by: Inviter = { subject: caller.subject, person };
  return { by, signIn: it.signIn };
}

function personIn({ body }: FastifyRequest): string {
  const parsed = invitationBody.safeParse(body);
  if (!parsed.success) throw new Refusal('BAD_REQUEST');
  return parsed.data.person;
}

const REFUSED = [
  'ACCOUNT_EXISTS',
  'INVITATION_SAME_PERSON',
  'INVITATION_NOT_OPEN',
  'INVITATION_CODE_GIVEN',
] as const;

const refusing =
  ({ onSamePerson }: InvitationRoutes) =>
  (cause: unknown): never => {
    const code = REFUSED.find((one) => isDomainError(cause, one));
    if (code === 'INVITATION_SAME_PERSON') onSamePerson();
    throw code === undefined ? cause : new Refusal(code, {}, { cause });
  };

/** As the directory told the gateway; see `Revocations`. */
async function accountOf(pool: Pool, person: string, issuer: string) {
  const { rows } = await pool.query<{ issuer: string; subject: string; former: string[] }>(
    'SELECT issuer, subject, former FROM signin.people WHERE person = $1',
    [person],
  );
  const known = rows[0];
  if (!known) throw new Refusal('PERSON_UNKNOWN');
  if (known.issuer !== issuer) throw new Refusal('PERSON_OF_ANOTHER_PROVIDER', { issuer });
  return { subject: known.subject, former: known.former };
}
