import { instantSchema } from '@minh-bach/contracts';
import { SettableClock, type Clock } from '@minh-bach/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../http/problem.ts';
import type { GatewayOptions } from '../options.ts';

const setClock = z.strictObject({ now: instantSchema });

/** In test mode only: `POST /test/clock` sets the clock of every process, `…/own` the gateway's alone. */
export function testClockRoutes(
  app: FastifyInstance,
  services: GatewayOptions['services'],
  calendar: Clock,
): void {
  const setOwn = (body: unknown): void => {
    const { success, data } = setClock.safeParse(body);
    if (!success) throw new Refusal('BAD_REQUEST');
    if (calendar instanceof SettableClock) calendar.set(new Date(data.now));
  };

  app.post('/test/clock/own', async (request, reply) => {
    setOwn(request.body);
    return reply.code(204).send();
  });

  app.post('/test/clock', async (request, reply) => {
    setOwn(request.body);
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
