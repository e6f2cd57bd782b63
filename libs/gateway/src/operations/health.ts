import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { GatewayOptions } from '../options.ts';
import { Refusal } from '../http/problem.ts';
import type { RevocationWatch } from '../revocations/watch.ts';

/** Anybody may ask; what is behind is asked at most this often. */
const ASK_EVERY_MS = 1_000;

export interface HealthRoutes {
  readonly pool: Pool;
  readonly watch: Pick<RevocationWatch, 'check' | 'standstill'>;
  readonly behind: GatewayOptions['behind'];
}

/**
 * For whoever runs this process; of what is behind it only what lives in this process, too. A door that
 * does not hear of revoked rights is not ready; one message that stands still is told to the operator.
 */
export function healthRoutes(
  app: FastifyInstance,
  { pool, watch, behind = async () => 'up' }: HealthRoutes,
): void {
  const ask = async () => {
    watch.check();
    const { parked, unreadable } = await watch.standstill();
    const status = await behind();
    return status === 'up' && parked + unreadable > 0 ? ('degraded' as const) : status;
  };
  let asked: { readonly at: number; readonly status: ReturnType<typeof ask> } | undefined;
  const statusNow = () => {
    if (!asked || performance.now() - asked.at > ASK_EVERY_MS)
      asked = { at: performance.now(), status: ask() };
    return asked.status;
  };
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    let status;
    try {
      await pool.query('SELECT 1');
      status = await statusNow();
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', {}, { cause });
    }
    if (status === 'down') throw new Refusal('UNAVAILABLE');
    return status === 'up' ? { status: 'ok' } : { status, act: 'operator' };
  });
}
