import { HealthChecks, type Health } from '@minh-bach/http';
import type { INestApplicationContext } from '@nestjs/common';

/** How the services are that live behind the door. */
export const statusBehind = (
  services: INestApplicationContext,
): Promise<Pick<Health, 'status' | 'act'>> =>
  services.get(HealthChecks, { strict: false }).run('ready');
