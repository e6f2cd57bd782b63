import { HealthChecks } from '@minh-bach/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** How the services are that live behind the door. */
export async function statusBehind(
  services: INestApplicationContext,
): Promise<'up' | 'degraded' | 'down'> {
  const { status } = await services.get(HealthChecks, { strict: false }).run('ready');
  return status;
}
