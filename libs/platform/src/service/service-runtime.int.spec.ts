import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { HealthChecks } from '../health/health-checks.ts';
import { askedBy } from '../specs/asked-by.ts';
import { demoDecider, demoService, open } from '../specs/demo-service.ts';
import { eventually } from '../specs/eventually.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { registerHealth } from './service-provider.ts';

let database: TestDatabase;
const started: TestService[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(started.map((running) => running.close()));
  await database.drop();
});

async function start(definition: ServiceDefinition): Promise<TestService> {
  const now = '2026-11-20T02:00:00.000Z';
  const running = await startTestService(definition, { databaseUrl: database.url, now });
  started.push(running);
  return running;
}

describe('a service that stops', () => {
  it('reads its rows until the last request has its answer', async () => {
    const running = await start(demoService);
    await running.knows(organisation);
    const { service } = running;
    await service.beforeApplicationShutdown();
    expect(await service.organisation.unit('HQ-SM')).toMatchObject({ id: 'HQ-SM' });
    await service.onApplicationShutdown();
    expect(service.readModel.dataSource.isInitialized).toBe(false);
  });
});

describe('a service whose rows cannot be written', () => {
  it('is not ready, but alive: no restart would help', async () => {
    const running = await start({
      ...demoService,
      name: 'poisoned',
      projections: [
        { name: 'poison', version: 1, apply: () => Promise.reject(new Error('cannot')) },
      ],
    });
    const { service } = running;
    const health = new HealthChecks();
    registerHealth(service, health);
    expect((await health.run('ready')).status).toBe('up');
    await service.run({
      decider: demoDecider,
      stream: 'poisoned.petition-D26-00000001-0',
      command: open(),
      context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
    });
    await eventually(async () =>
      expect(await health.run('ready')).toMatchObject({
        status: 'down',
        checks: { 'poisoned rows': 'down', 'poisoned log': 'up' },
      }),
    );
    expect((await health.run('live')).status).toBe('up');
  });
});
