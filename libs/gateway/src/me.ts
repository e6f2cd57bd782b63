import type { FastifyInstance } from 'fastify';
import { holderKey } from './auth/doorkeeper.ts';
import { ABSOLUTE_MS } from './auth/sessions.ts';
import { jsonOf, type ServiceAnswer } from './proxy/ask-service.ts';
import { inward } from './proxy/headers.ts';
import type { ProxyRoutes } from './proxy/routes.ts';
import type { Services } from './proxy/services.ts';
import { within } from './proxy/shares.ts';

const TIMEOUT_MS = 5_000;

/** @throws Refusal `UNAVAILABLE` when the directory does not answer */
export const askMe = (services: Services, accessToken: string): Promise<ServiceAnswer> =>
  services.ask('directory', '/directory/me', {
    headers: inward({ accept: 'application/json' }, accessToken),
    withinMs: TIMEOUT_MS,
  });

/** Who is signed in: person, posts, roles and units as the directory says today. */
export function meRoute(
  app: FastifyInstance,
  { services, doorkeeper, shares }: Pick<ProxyRoutes, 'services' | 'doorkeeper' | 'shares'>,
): void {
  app.get('/api/me', async (request, reply) => {
    const caller = await doorkeeper.identify(request, reply);
    const { accessToken, session } = caller;
    const answer = await within(shares.staff, holderKey(caller), () =>
      askMe(services, accessToken),
    );
    const body = jsonOf(answer);
    void reply.code(answer.status).header('cache-control', 'no-store');
    const { 'retry-after': retryAfter } = answer.headers;
    if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
    if (answer.status !== 200)
      return reply.type('application/problem+json; charset=utf-8').send(body);
    const endsAt = session && new Date(session.createdAt.getTime() + ABSOLUTE_MS).toISOString();
    return { ...(body as object), ...(endsAt === undefined ? {} : { sessionEndsAt: endsAt }) };
  });
}
