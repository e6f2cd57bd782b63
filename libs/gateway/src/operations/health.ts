import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { GatewayOptions } from '../options.ts';
import { Refusal } from '../http/problem.ts';

/** Anybody may ask; what is behind is asked at most this often. */
const ASK_EVERY_MS = 1_000;

/** For whoever runs this process; of what is behind it only what lives in this process, too. */
export function healthRoutes(
  app: FastifyInstance,
  pool: Pool,
  behind: NonNullable<GatewayOptions['behind']> = async () => 'up',
): void {
  let asked: { readonly at: number; readonly status: ReturnType<typeof behind> } | undefined;
  const statusBehind = () => {
    if (!asked || performance.now() - asked.at > ASK_EVERY_MS)
      asked = { at: performance.now(), status: behind() };
    return asked.status;
  };
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    let status;
    try {
      await pool.query('SELECT 1');
      status = await statusBehind();
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', {}, { cause });
    }
    if (status === 'down') throw new Refusal('UNAVAILABLE');
    return status === 'up' ? { status: 'ok' } : { status, act: 'operator' };
  });
}
