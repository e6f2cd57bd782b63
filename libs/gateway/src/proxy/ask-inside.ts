import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { UPSTREAM_MS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { ServiceAnswer, ServiceQuestion } from './ask-service.ts';

/** The app of the services, where it lives in this process. */
export type Inside = Pick<FastifyInstance, 'inject'>;

/**
 * As `askService`, without a socket. From its route on a service treats the request as any other: guard,
 * limits of a body, problems.
 *
 * @param path with its query
 * @throws Refusal `UNAVAILABLE`
 */
export async function askInside(
  app: Inside,
  path: string,
  { method = 'GET', headers, body, withinMs = UPSTREAM_MS }: ServiceQuestion,
): Promise<ServiceAnswer> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('a service takes too long')), withinMs);
  });
  try {
    const asked = { method, headers, path, ...(body && { payload: body }) };
    // A body that is no stream is made a text as well, which of a scan holds everybody up.
    const asking = app.inject({ ...asked, payloadAsStream: true });
    const answer = await Promise.race([asking, tooLate]);
    return {
      status: answer.statusCode,
      // `inject` gives numbers as texts, too.
      headers: answer.headers as IncomingHttpHeaders,
      body: method === 'HEAD' ? Buffer.alloc(0) : await Promise.race([bodyOf(answer), tooLate]),
    };
  } catch (cause) {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  } finally {
    clearTimeout(late);
  }
}

const bodyOf = (answer: { stream(): Readable }): Promise<Buffer> => buffer(answer.stream());
