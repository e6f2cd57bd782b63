import type { Provider } from '@nestjs/common';
import {
  CachedPeople,
  PeopleUpToDate,
  HealthChecks,
  PeopleOfRecord,
  Metrics,
} from '@minh-bach/http';
import type { Infrastructure } from './infrastructure.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { ServiceRuntime } from './service-runtime.ts';

/**
 * Each context's module provides its own runtime under the same token; modules keep them apart. The
 * guard judges rights by what this service has noted of the directory.
 */
export const serviceProviders = (
  definition: ServiceDefinition,
  infrastructure: Infrastructure,
): Provider[] => [
  { provide: ServiceRuntime, useFactory: () => ServiceRuntime.create(definition, infrastructure) },
  {
    provide: PeopleOfRecord,
    useFactory: ({ organisation, rights }: ServiceRuntime) =>
      new CachedPeople(new PeopleUpToDate(organisation, rights)),
    inject: [ServiceRuntime],
  },
  {
    provide: HEALTH_REGISTERED,
    useFactory: registerHealth,
    inject: [ServiceRuntime, HealthChecks, Metrics],
  },
];

/** No restart mends rows that a projection cannot write: that says not ready, never not alive. */
export function registerHealth(
  service: ServiceRuntime,
  health: HealthChecks,
  metrics?: Metrics,
): void {
  const { name, rights, lists } = service;
  metrics?.watchMessages(name, () => service.operations.standstill());
  health.register(`${name} runs`, 'live', () => service.assertAlive());
  health.register(`${name} rights`, 'ready', async () => {
    rights.check();
    if (!(await rights.isCurrent())) throw new Error('the rows are those of older code');
    await rights.recent();
  });
  // Lists that stand still take nothing else out; lists that are being made anew are worth waiting for.
  health.register(`${name} lists`, 'ready', async () => {
    const { error } = lists.status();
    if (error) return error.act;
    if (!(await lists.isCurrent())) throw new Error('the rows are those of older code');
    return undefined;
  });
  health.register(`${name} log`, 'ready', async () => {
    await service.log.ping();
    return service.log.troubles.length > 0 ? 'operator' : undefined;
  });
  health.register(`${name} hears of rights`, 'ready', () => {
    if (service.rightsLateSince) throw new Error('what was sent about rights does not come');
  });
  health.watch(`${name} hears`, () => {
    if (service.messagesLateSince) throw new Error('what was sent does not come');
  });
  // One petition that stands still takes no service out; it must not stand still unseen either.
  health.watch(`${name} messages`, async () => {
    const { parked, full, unreadable, lagSeconds } = await service.operations.standstill();
    if (parked + full + unreadable > 0 || lagSeconds > LONG_WAIT_SECONDS)
      throw new Error('messages wait');
  });
}

/** A message may wait for news of another service; not for long. */
const LONG_WAIT_SECONDS = 300;

const HEALTH_REGISTERED = Symbol('health registered');
