import { appointDeputy, refusalsOf, revokeDeputy, type BodyOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { DeputyRow, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { IsNull } from 'typeorm';
import { changed, entryAnswers } from '../record-entry/record-entry.ts';

type Deputation = BodyOf<typeof revokeDeputy>;

/**
 * A head lets someone of the unit act in the own post for a time; for other posts and other people an
 * administrator proposes it.
 */
export const appointment = useCase(
  appointDeputy,
  async ({ service, body, context }) => {
    const holder = await holderOf(service, body, context.actor);
    if (!(await service.organisation.names([body.deputy])).has(body.deputy))
      throw refusalsOf(appointDeputy)('DEPUTY_UNKNOWN');
    const who = holder === null ? {} : { holder };
    return changed(service, { ...newEntry(body), ...body, ...who, revoked: false }, context);
  },
  entryAnswers,
);

export const revocation = useCase(
  revokeDeputy,
  async ({ service, body, context }) => {
    await holderOf(service, body, context.actor);
    const { post, deputy, from } = body;
    const deputies = service.rights.dataSource.getRepository(DeputyRow);
    const known = await deputies.findOneBy({ post, deputy, from, revokedFrom: IsNull() });
    const { id } = known ?? newEntry(body);
    return changed(service, { kind: 'deputy', ...body, id, to: from, revoked: true }, context);
  },
  entryAnswers,
);

/** Whom the deputy acts for. A head speaks for the own post only, and a deputy passes nothing on. */
async function holderOf(
  { organisation }: ServiceRuntime,
  { post, from }: Deputation,
  actor: Actor,
): Promise<string | null> {
  if (actor.role === 'administrator') return organisation.holderOf(post, from);
  const own = await organisation.postsOf(actor.person);
  if (!own.some((held) => held.post === post && held.deputyFor === undefined))
    throw refusalsOf(revokeDeputy)('POST_NOT_YOURS');
  return actor.person;
}

const newEntry = ({ post, deputy, from }: Deputation) => ({
  kind: 'deputy' as const,
  id: `${post}.${deputy}.${from}`,
});
