import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/problem.ts';
import type { GatewayOptions } from '../options.ts';

/** `POST /test/clock`, in test mode only: sets the clock of every service. */
export function testClockRoute(app: FastifyInstance, services: GatewayOptions['services']): void {
  app.post('/test/clock', async (request, reply) => {
    const answers = await Promise.all(
      // Several services may live in one process.
      [...new Set(Object.values(services))].map((service) =>
        fetch(`${service}/test/clock`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request.body),
          signal: AbortSignal.timeout(10_000),
        }),
      ),
    );
    const refused = answers.find(({ ok }) => !ok);
    if (refused) throw new Refusal(refused.status < 500 ? 'BAD_REQUEST' : 'UNAVAILABLE');
    return reply.code(204).send();
  });
}
