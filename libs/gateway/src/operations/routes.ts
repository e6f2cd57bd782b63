import { redriveBody } from '@minh-bach/contracts';
import type { FastifyInstance } from 'fastify';
import type { Doorkeeper } from '../auth/doorkeeper.ts';
import { Refusal } from '../http/problem.ts';
import { assertMay } from '../may.ts';
import type { Services } from '../proxy/services.ts';
import type { RevocationWatch } from '../revocations/watch.ts';

export interface OperationsRoutes {
  readonly services: Services;
  readonly doorkeeper: Pick<Doorkeeper, 'identify'>;
  readonly watch: Pick<RevocationWatch, 'status' | 'redrive'>;
}

/** `/api/gateway/operations`: what each service has for operators, of the gateway's own messages. */
export function operationsRoutes(
  app: FastifyInstance,
  { services, doorkeeper, watch }: OperationsRoutes,
): void {
  app.get('/api/gateway/operations', async (request, reply) => {
    const caller = await doorkeeper.identify(request, reply);
    await assertMay(services, request, caller, 'operations.read');
    void reply.header('cache-control', 'no-store');
    return watch.status();
  });

  app.post('/api/gateway/operations/redrive', async (request, reply) => {
    const caller = await doorkeeper.identify(request, reply);
    await assertMay(services, request, caller, 'operations.redrive');
    const asked = redriveBody.safeParse(request.body);
    if (!asked.success) throw new Refusal('BAD_REQUEST');
    const redriven = await watch.redrive(asked.data.stream);
    request.log.warn({ stream: asked.data.stream ?? 'all', ...redriven }, 'operator: redrive');
    void reply.header('cache-control', 'no-store');
    return redriven;
  });
}
