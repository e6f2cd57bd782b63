import type { FastifyInstance } from 'fastify';
import type { Health } from '@minh-bach/http';
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
  { pool, watch, behind = async () => ({ status: 'up' }) }: HealthRoutes,
): void {
  const ask = async (): Promise<Pick<Health, 'status' | 'act'>> => {
    watch.check();
    const { parked, full, unreadable } = await watch.standstill();
    const health = await behind();
    const isHeld = health.status !== 'down' && parked + full + unreadable > 0;
    return isHeld ? { status: 'degraded', act: 'operator' } : health;
  };
  let asked: { readonly at: number; readonly health: ReturnType<typeof ask> } | undefined;
  const healthNow = () => {
    if (!asked || performance.now() - asked.at > ASK_EVERY_MS)
      asked = { at: performance.now(), health: ask() };
    return asked.health;
  };
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    let health;
    try {
      await pool.query('SELECT 1');
      health = await healthNow();
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', {}, { cause });
    }
    const { status, act = 'operator' } = health;
    if (status === 'down') throw new Refusal('UNAVAILABLE');
    return status === 'up' ? { status: 'ok' } : { status, act };
  });
}
