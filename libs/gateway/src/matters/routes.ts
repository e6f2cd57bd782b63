import { caseNumberSchema, petitionNumberSchema, type ServiceName } from '@minh-bach/contracts';
import { z } from 'zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holderKey, type Caller } from '../auth/doorkeeper.ts';
import { admitLookup } from '../http/not-found.ts';
import { Refusal } from '../http/problem.ts';
import { sealIn } from '../positions/in-answers.ts';
import { openIn } from '../positions/in-requests.ts';
import type { ProxyRoutes } from '../proxy/routes.ts';
import { within } from '../proxy/shares.ts';
import { askAll, type Answer } from './ask.ts';
import { mergeHistories, mergeMatter, sort } from './merge.ts';

const params = z.object({ number: z.union([petitionNumberSchema, caseNumberSchema]) });
const historyQuery = z.strictObject({ asOf: z.iso.datetime({ offset: true }).exactOptional() });

/** A matter lies in several services; here it is put together, with today's rights in each. */
export function matterRoutes(app: FastifyInstance, it: ProxyRoutes): void {
  const askFor = async (
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Caller,
    path: (service: ServiceName) => string,
  ): Promise<Answer[]> => {
    const { headers, waits } = openIn(request.headers, '', (token) =>
      it.positions.open(token, caller),
    );
    const { accessToken } = caller;
    const key = holderKey(caller);
    await admitLookup(request, reply, it.guesses, key);
    return within(it.shares[waits ? 'waits' : 'staff'], key, () =>
      askAll(it.services, path, { accessToken, headers }),
    );
  };
  const send = (reply: FastifyReply, body: object) =>
    reply.header('cache-control', 'no-store').send(body);

  app.get('/api/matters/:number', async (request, reply) => {
    const caller = await it.doorkeeper.identify(request, reply);
    const number = numberOf(request.params);
    const answers = await askFor(
      request,
      reply,
      caller,
      (service) => `/${service}/matters/${number}`,
    );
    return send(reply, mergeMatter(sort(answers)));
  });

  app.get('/api/matters/:number/history', async (request, reply) => {
    const caller = await it.doorkeeper.identify(request, reply);
    const number = numberOf(request.params);
    const query = historyQuery.safeParse(request.query);
    if (!query.success) throw new Refusal('BAD_REQUEST');
    const { asOf } = query.data;
    const search = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
    const path = (service: string) => `/${service}/matters/${number}/history${search}`;
    const answers = await askFor(request, reply, caller, path);
    // An asker whose every part is withheld learns no more than that of an unknown number.
    if (answers.every(({ kind }) => kind === 'forbidden')) throw new Refusal('NOT_FOUND');
    const seal = (position: string) => it.positions.seal(position, caller);
    return send(reply, sealIn(mergeHistories(sort(answers)), seal) as object);
  });
}

function numberOf(raw: unknown): string {
  const parsed = params.safeParse(raw);
  if (!parsed.success) throw new Refusal('NOT_FOUND');
  return parsed.data.number;
}
