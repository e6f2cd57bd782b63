import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Guesses } from './guesses.ts';
import { NOT_FOUND_STEP_MS } from './limits.ts';
import { Refusal } from './problem.ts';

/** Of a petition or a case, wherever it stands in a path. */
const NUMBER = /\/([DV]\d{2}-\d{8}-\d)(?:\/|$)/;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while a number is being looked up for a person. */
    lookup?: { readonly key: string; readonly number: string };
  }
}

/**
 * Before a service is asked about a petition or a case, wherever its number stands in the path.
 *
 * @param key of the person
 * @throws Refusal `TOO_MANY_REQUESTS`, `BROKEN_OFF` (the asker has gone)
 */
export async function admitLookup(
  request: FastifyRequest,
  reply: FastifyReply,
  guesses: Guesses,
  key: string,
): Promise<void> {
  const number = NUMBER.exec((request.raw.url ?? '').split('?')[0] ?? '')?.[1];
  if (number === undefined) return;
  if (reply.raw.destroyed) throw new Refusal('BROKEN_OFF');
  request.lookup = { key, number };
  await guesses.admit(key, number, reply.raw);
}

/** What a command looks for may stand in its body: each of them is another number. */
const looked = ({ method, id }: FastifyRequest, number: string): string =>
  method === 'GET' || method === 'HEAD' ? number : `${number} ${id}`;

/**
 * All that is not found leaves alike, and is counted: the time it took would tell what is hidden from
 * what is not there, and trying often enough would find it.
 */
export function evenNotFound(app: FastifyInstance, guesses: Guesses): void {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 404 || !request.raw.url?.startsWith('/api/')) return;
    const { lookup } = request;
    if (lookup) guesses.missed(lookup.key, looked(request, lookup.number));
    await sleep(NOT_FOUND_STEP_MS - (reply.elapsedTime % NOT_FOUND_STEP_MS));
  });
}
