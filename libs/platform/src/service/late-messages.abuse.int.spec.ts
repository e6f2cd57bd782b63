import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HealthChecks } from '@minh-bach/http';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { testInfrastructure } from '../specs/test-infrastructure.ts';
import { directoryGroupOf } from './service-definition.ts';
import { registerHealth } from './service-provider.ts';
import { ServiceRuntime } from './service-runtime.ts';

const NOW = '2026-11-23T03:00:00.000Z';
const SINCE = new Date('2026-11-23T02:58:00.000Z');
const NAME = demoService.name;

let database: TestDatabase;
let service: ServiceRuntime;
let close: () => Promise<void>;
let late: ReadonlyMap<string, Date>;
const health = new HealthChecks();

beforeAll(async () => {
  database = await createTestDatabase();
  const test = await testInfrastructure({ databaseUrl: database.url, publications: [], now: NOW });
  ({ close } = test);
  service = await ServiceRuntime.create(
    { ...demoService, topics: ['other.v1'] },
    {
      ...test.infrastructure,
      messaging: {
        consume: async ({ group }) => ({
          group,
          check: () => undefined,
          lateSince: () => late.get(group),
          stop: async () => undefined,
        }),
        close: async () => undefined,
      },
    },
  );
  await service.onApplicationBootstrap();
  await service.rights.waitFor(await test.infrastructure.store.head());
  registerHealth(service, health);
}, 30_000);
beforeEach(() => {
  late = new Map();
});
afterAll(async () => {
  await service.beforeApplicationShutdown();
  await service.onApplicationShutdown();
  await close();
  await database.drop();
});

describe('T2, T9: a service to which what was sent does not come', () => {
  it('is ready as long as all comes', async () => {
    expect(await health.run('ready')).toMatchObject({ status: 'up' });
    const status = await service.operations.status();
    expect(status).toMatchObject({ messagesFlow: true });
    expect(status).not.toHaveProperty('messagesLateSince');
  });

  it('is not ready where it does not hear of rights that end, and no restart is asked for', async () => {
    late = new Map([[directoryGroupOf(NAME), SINCE]]);
    expect(await health.run('ready')).toMatchObject({
      status: 'down',
      checks: { [`${NAME} hears of rights`]: 'down' },
    });
    expect(await health.run('live')).toMatchObject({ status: 'up' });
    expect(await service.operations.status()).toMatchObject({
      messagesFlow: false,
      messagesLateSince: SINCE.toISOString(),
    });
  });

  it('goes on where it does not hear of matters, and calls the operator', async () => {
    late = new Map([[NAME, SINCE]]);
    expect(await health.run('ready')).toMatchObject({
      status: 'degraded',
      act: 'operator',
      checks: { [`${NAME} hears of rights`]: 'up', [`${NAME} hears`]: 'degraded' },
    });
    expect(await health.run('live')).toMatchObject({ status: 'up' });
    expect(await service.operations.status()).toMatchObject({
      messagesFlow: false,
      messagesLateSince: SINCE.toISOString(),
    });
  });
});
