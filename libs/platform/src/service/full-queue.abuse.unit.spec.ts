import { describe, expect, it } from '@jest/globals';
import { HealthChecks } from '@minh-bach/http';
import { heldBack, type Stuck } from '@minh-bach/messaging';
import { registerHealth } from './service-provider.ts';
import type { ServiceRuntime } from './service-runtime.ts';

const flood: Stuck = {
  group: 'intake',
  stream: 'response.*',
  state: 'parked',
  since: new Date().toISOString(),
  reason: 'QUEUE_FULL',
  count: 4321,
};

function healthOf(stuck: readonly Stuck[]): HealthChecks {
  const health = new HealthChecks();
  const rows = {
    check: () => undefined,
    isCurrent: async () => true,
    recent: async () => undefined,
    status: () => ({}),
  };
  const service = {
    name: 'intake',
    rights: rows,
    lists: rows,
    log: { ping: async () => undefined, troubles: [] },
    assertAlive: () => undefined,
    rightsLateSince: undefined,
    messagesLateSince: undefined,
    operations: {
      standstill: async () => heldBack({ stuck, unreadable: { count: 0, notKept: 0 } }),
    },
  };
  registerHealth(service as unknown as ServiceRuntime, health);
  return health;
}

describe('T8, T26: a queue that one sender filled', () => {
  it('calls the operator and takes nothing out of service; no restart would help', async () => {
    const health = healthOf([flood]);
    expect(await health.run('ready')).toMatchObject({
      status: 'degraded',
      act: 'operator',
      checks: { 'intake messages': 'degraded', 'intake runs': 'up' },
    });
    expect(await health.run('live')).toEqual({ status: 'up', checks: { 'intake runs': 'up' } });
    expect(await healthOf([]).run('ready')).toMatchObject({ status: 'up' });
  });
});
