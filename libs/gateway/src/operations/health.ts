import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Refusal } from '../http/problem.ts';

/** For whoever runs this process; says nothing about the services behind it. */
export function healthRoutes(app: FastifyInstance, pool: Pool): void {
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    try {
      await pool.query('SELECT 1');
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', {}, { cause });
    }
    return { status: 'ok' };
  });
}
