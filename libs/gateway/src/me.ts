import type { FastifyInstance } from 'fastify';
import { holderKey } from './auth/doorkeeper.ts';
import { ABSOLUTE_MS } from './auth/sessions.ts';
import { Refusal } from './http/problem.ts';
import type { GatewayOptions } from './options.ts';
import { inward } from './proxy/headers.ts';
import type { ProxyRoutes } from './proxy/routes.ts';
import { within } from './proxy/shares.ts';

const TIMEOUT_MS = 5_000;

/** @throws Refusal `UNAVAILABLE` when the directory does not answer */
export const askMe = (
  services: GatewayOptions['services'],
  accessToken: string,
): Promise<Response> =>
  fetch(`${services.directory}/directory/me`, {
    headers: inward({ accept: 'application/json' }, accessToken),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  }).catch((cause: unknown) => {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  });

/** Who is signed in: person, posts, roles and units as the directory says today. */
export function meRoute(
  app: FastifyInstance,
  { services, doorkeeper, shares }: Pick<ProxyRoutes, 'services' | 'doorkeeper' | 'shares'>,
): void {
  app.get('/api/me', async (request, reply) => {
    const caller = await doorkeeper.identify(request, reply);
    const { accessToken, session } = caller;
    const { response, body } = await within(shares.staff, holderKey(caller), async () => {
      const answered = await askMe(services, accessToken);
      return { response: answered, body: (await answered.json()) as unknown };
    });
    void reply.code(response.status).header('cache-control', 'no-store');
    const retryAfter = response.headers.get('retry-after');
    if (retryAfter !== null) void reply.header('retry-after', retryAfter);
    if (!response.ok) return reply.type('application/problem+json; charset=utf-8').send(body);
    const endsAt = session && new Date(session.createdAt.getTime() + ABSOLUTE_MS).toISOString();
    return { ...(body as object), ...(endsAt === undefined ? {} : { sessionEndsAt: endsAt }) };
  });
}
