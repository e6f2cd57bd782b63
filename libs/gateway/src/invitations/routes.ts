import { personIdSchema } from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import type { SignIn } from '@minh-bach/sign-in';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Doorkeeper } from '../auth/doorkeeper.ts';
import { assertMay } from '../may.ts';
import { LIMITS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { GatewayOptions } from '../options.ts';

const invitation = z.strictObject({ person: personIdSchema });

export interface InvitationRoutes {
  readonly pool: Pool;
  readonly services: GatewayOptions['services'];
  readonly doorkeeper: Pick<Doorkeeper, 'identify'>;
  /** Absent where accounts are an external provider's. */
  readonly signIn?: SignIn;
}

/** An administrator lets a person of the directory make an account of the embedded provider. */
export function invitationRoutes(app: FastifyInstance, it: InvitationRoutes): void {
  app.post('/api/accounts/invitations', { config: LIMITS.invite }, async (request, reply) => {
    const caller = await it.doorkeeper.identify(request, reply);
    await assertMay(it.services, request, caller, 'directory.change');
    const asked = invitation.safeParse(request.body);
    if (!asked.success) throw new Refusal('BAD_REQUEST');
    if (!it.signIn) throw new Refusal('ACCOUNTS_ELSEWHERE');

    const account = await accountOf(it.pool, asked.data.person, it.signIn.issuer);
    const link = await it.signIn
      .invite({ ...account, by: caller.subject })
      .catch((cause: unknown): never => {
        throw isDomainError(cause, 'ACCOUNT_EXISTS')
          ? new Refusal('ACCOUNT_EXISTS', {}, { cause })
          : cause;
      });
    // Who and for whom is in `signin.one_time_links`; a log names nobody.
    request.log.warn({ expiresAt: link.expiresAt }, 'an invitation was made');
    return reply.code(201).header('cache-control', 'no-store').send(link);
  });
}

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
