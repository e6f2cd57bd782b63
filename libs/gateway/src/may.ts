import { meSchema, roleFor, type Action, type Me } from '@minh-bach/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './auth/doorkeeper.ts';
import { Refusal } from './http/problem.ts';
import { askMe } from './me.ts';
import { jsonOf } from './proxy/ask-service.ts';
import type { Services } from './proxy/services.ts';

/**
 * For what the gateway does itself: by the directory's word of today, in the post that `X-Acting-Post`
 * names, where it names one.
 *
 * @returns who asks
 * @throws Refusal `ACTION_FORBIDDEN`, `UNAVAILABLE`
 */
export async function assertMay(
  services: Services,
  request: FastifyRequest,
  caller: Caller,
  action: Action,
): Promise<Me> {
  const me = await whoAsks(services, request, caller);
  if (!me.posts.some(({ roles }) => roleFor(action, roles))) throw new Refusal('ACTION_FORBIDDEN');
  return me;
}

/**
 * @returns who asks, with the posts that they may be acting in: the one that is named, or all of theirs
 * @throws Refusal `ACTION_FORBIDDEN` where there is none, `UNAVAILABLE`
 */
export async function whoAsks(
  services: Services,
  request: FastifyRequest,
  { accessToken }: Caller,
): Promise<Me> {
  const answer = await askMe(services, accessToken);
  if (answer.status >= 500) throw new Refusal('UNAVAILABLE');
  const me = meSchema.safeParse(jsonOf(answer));
  const worn = request.headers['x-acting-post'];
  const posts = me.data?.posts.filter(({ post }) => worn === undefined || post === worn) ?? [];
  if (answer.status !== 200 || !me.success || posts.length === 0)
    throw new Refusal('ACTION_FORBIDDEN');
  return { ...me.data, posts };
}
