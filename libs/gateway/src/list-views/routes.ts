import {
  knownOf,
  listViewBody,
  listViewChange,
  viewName,
  type ListAddress,
  type SavedList,
} from '@minh-bach/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { holderKey } from '../auth/doorkeeper.ts';
import { Refusal } from '../http/problem.ts';
import { whoAsks } from '../may.ts';
import type { ProxyRoutes } from '../proxy/routes.ts';
import { within } from '../proxy/shares.ts';
import type { Holder, ListViews } from './list-views.ts';

export interface ListViewRoutes extends Pick<ProxyRoutes, 'services' | 'doorkeeper' | 'shares'> {
  readonly views: ListViews;
}

/** Each person's own views of the lists, in the post that is worn. Nobody else sees or changes them. */
export function listViewRoutes(app: FastifyInstance, it: ListViewRoutes): void {
  const { views } = it;
  const one = '/api/views/:id';
  const idIn = (request: FastifyRequest) => (request.params as { id: string }).id;

  app.get('/api/views', async (request, reply) => {
    const items = await asHolder(it, request, reply, (holder) => views.of(holder));
    return reply.header('cache-control', 'no-store').send({ items });
  });

  app.post('/api/views', async (request, reply) => {
    const view = await asHolder(it, request, reply, (holder) => {
      const { list, name, query } = read(listViewBody, request.body);
      return views.save(holder, { list, name: nameOf(name), query: addressOf(list, query) });
    });
    return reply.code(201).header('cache-control', 'no-store').send(view);
  });

  app.post(one, async (request, reply) => {
    const view = await asHolder(it, request, reply, (holder) => {
      const change = read(listViewChange, request.body);
      const checked = 'name' in change ? { name: nameOf(change.name) } : change;
      return views.change(holder, idIn(request), checked);
    });
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.delete(one, async (request, reply) => {
    await asHolder(it, request, reply, (holder) => views.remove(holder, idIn(request)));
    return reply.code(204).send();
  });
}

/**
 * By the directory's word of today; of several posts where none is named, the first, as the console has it.
 * Asking and the work hold one place of the staff's share: who sends many at once waits for themselves, not
 * others for the database of sessions.
 */
async function asHolder<T>(
  { services, doorkeeper, shares }: ListViewRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (holder: Holder) => Promise<T>,
): Promise<T> {
  const caller = await doorkeeper.identify(request, reply);
  return within(shares.staff, holderKey(caller), async () => {
    const { person, posts } = await whoAsks(services, request, caller);
    return work({ person, post: posts[0]!.post });
  });
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal('BAD_REQUEST');
  return parsed.data;
}

function nameOf(typed: string): string {
  const { success, data } = viewName.safeParse(typed);
  if (!success) throw new Refusal('VIEW_NAME');
  return data;
}

/** Only what the list itself would take. */
function addressOf(list: SavedList, said: ListAddress): ListAddress {
  const { query, outdated } = knownOf(list, said);
  if (outdated.length > 0) throw new Refusal('VIEW_OUTDATED');
  return query;
}
