import { caseNumberSchema, petitionNumberSchema } from '@minh-bach/contracts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Doorkeeper } from '../auth/doorkeeper.ts';
import { Refusal } from '../http/problem.ts';
import type { GatewayOptions } from '../options.ts';
import { askAll } from './ask.ts';
import { mergeHistories, mergeMatter, sort } from './merge.ts';

const params = z.object({ number: z.union([petitionNumberSchema, caseNumberSchema]) });
const historyQuery = z.strictObject({ asOf: z.iso.datetime({ offset: true }).exactOptional() });

/** A matter lies in several services; here it is put together, with today's rights in each. */
export function matterRoutes(
  app: FastifyInstance,
  services: GatewayOptions['services'],
  doorkeeper: Doorkeeper,
): void {
  app.get('/api/matters/:number', async (request, reply) => {
    const { accessToken } = await doorkeeper.identify(request, reply);
    const number = numberOf(request.params);
    const answers = await askAll(services, (service) => `/${service}/matters/${number}`, {
      accessToken,
      headers: request.headers,
    });
    return reply.header('cache-control', 'no-store').send(mergeMatter(sort(answers)));
  });

  app.get('/api/matters/:number/history', async (request, reply) => {
    const { accessToken } = await doorkeeper.identify(request, reply);
    const number = numberOf(request.params);
    const query = historyQuery.safeParse(request.query);
    if (!query.success) throw new Refusal('BAD_REQUEST');
    const { asOf } = query.data;
    const search = asOf === undefined ? '' : `?asOf=${encodeURIComponent(asOf)}`;
    const path = (service: string) => `/${service}/matters/${number}/history${search}`;
    const answers = await askAll(services, path, { accessToken, headers: request.headers });
    // Whose every part is withheld learns no more than that of an unknown number.
    if (answers.every(({ kind }) => kind === 'forbidden')) throw new Refusal('NOT_FOUND');
    return reply.header('cache-control', 'no-store').send(mergeHistories(sort(answers)));
  });
}

function numberOf(raw: unknown): string {
  const parsed = params.safeParse(raw);
  if (!parsed.success) throw new Refusal('NOT_FOUND');
  return parsed.data.number;
}
