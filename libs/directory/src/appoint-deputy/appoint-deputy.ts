import { appointDeputy, refusalsOf, revokeDeputy, type BodyOf } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, type Actor } from '@minh-bach/kernel';
import { DeputyRow, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { changed, entryAnswers } from '../record-entry/record-entry.ts';

type Deputation = BodyOf<typeof revokeDeputy>;

/**
 * A head lets someone of the unit act in the own post for a time, asking in that very post; for other posts
 * and other people an administrator proposes it.
 */
export const appointment = useCase(
  appointDeputy,
  async ({ service, body, context }) => {
    const holder = await appointer(service, body, context.actor);
    if (!(await service.organisation.names([body.deputy])).has(body.deputy))
      throw refusalsOf(appointDeputy)('DEPUTY_UNKNOWN');
    const who = {
      ...(holder === null ? {} : { holder }),
      ...(context.actor.role === 'administrator' ? {} : { alone: true as const }),
    };
    return changed(service, { ...newEntry(body), ...body, ...who, revoked: false }, context);
  },
  entryAnswers,
);

export const revocation = useCase(
  revokeDeputy,
  async ({ service, body, context }) => {
    await holderOf(service, body, context.actor);
    const { post, deputy, from } = body;
    await service.rights.fresh();
    // Equal ones may stand under several ids; those that have ended already stay as they are.
    const known = await service.rights.dataSource
      .getRepository(DeputyRow)
      .find({ where: { post, deputy, from }, order: { id: 'ASC' } });
    const [first, ...others] = known.length > 0 ? known : [newEntry(body)];
    const end = (id: string, asked: RequestContext) =>
      changed(service, { kind: 'deputy', ...body, id, to: from, revoked: true }, asked);
    const answer = await end(first!.id, context);
    // Each may be proposed by itself, so that each has an id of its own.
    const { ifMatch: _, ...unseen } = context;
    for (const { id } of others)
      await end(id, {
        ...unseen,
        commandId: commandIdFrom(service.secret, 'revocation', context.commandId, id),
      });
    return answer;
  },
  entryAnswers,
);

/** The person that the deputy acts for. People end deputations of all their own posts, but not of a post that they hold as a deputy. */
async function holderOf(
  { organisation }: ServiceRuntime,
  { post, from }: Deputation,
  { role, person }: Actor,
): Promise<string | null> {
  if (role === 'administrator') return organisation.holderOf(post, from);
  await ownPost(organisation, person, post);
  return person;
}

/**
 * The person that the deputy acts for. The right to appoint belongs to the post in which that person asks.
 * It reaches no other post of theirs, and a deputy passes nothing on. To let somebody see the denouncer's
 * name takes two administrators.
 */
async function appointer(
  service: ServiceRuntime,
  deputation: Deputation,
  actor: Actor,
): Promise<string | null> {
  if (actor.role === 'administrator') return holderOf(service, deputation, actor);
  const { unit, roles } = await ownPost(service.organisation, actor.person, deputation.post);
  const isActedIn = actor.deputyFor === undefined && actor.unit === unit && roles.includes('head');
  if (!isActedIn || roles.includes('denunciation-officer')) throw notYours();
  return actor.person;
}

async function ownPost(organisation: ServiceRuntime['organisation'], person: string, post: string) {
  const own = await organisation.postsOf(person);
  const found = own.find((held) => held.post === post && held.deputyFor === undefined);
  if (!found) throw notYours();
  return found;
}

const notYours = () => refusalsOf(revokeDeputy)('POST_NOT_YOURS');

const newEntry = ({ post, deputy, from }: Deputation) => ({
  kind: 'deputy' as const,
  id: `${post}.${deputy}.${from}`,
});
