import { HealthChecks, type Infrastructure } from '@minh-bach/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** How the services are that live behind the door, and whether the door hears of rights that end. */
export async function statusBehind(
  services: INestApplicationContext,
  { heldMessages }: Infrastructure,
  hears: { check(): void },
): Promise<'up' | 'degraded' | 'down'> {
  hears.check();
  const { status } = await services.get(HealthChecks, { strict: false }).run('ready');
  const { stuck, deadLetters } = await heldMessages.list('gateway');
  const isHeld = deadLetters.length > 0 || stuck.some(({ state }) => state === 'parked');
  return status === 'up' && isHeld ? 'degraded' : status;
}
