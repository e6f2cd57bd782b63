import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import { HealthChecks } from '@minh-bach/http';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { BreachWatcher } from '../matters/breach-watcher.ts';
import { demoService } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { testInfrastructure } from '../specs/test-infrastructure.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { registerHealth } from './service-provider.ts';
import { ServiceRuntime } from './service-runtime.ts';

let database: TestDatabase;
const started: Pick<TestService, 'close'>[] = [];
const NOW = '2026-11-20T02:00:00.000Z';
afterEach(() => void jest.restoreAllMocks());
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(started.map((running) => running.close()));
  await database.drop();
});

async function start(definition: ServiceDefinition): Promise<TestService> {
  const running = await startTestService(definition, { databaseUrl: database.url, now: NOW });
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
    for (const { dataSource } of [service.rights, service.lists])
      expect(dataSource.isInitialized).toBe(false);
  });

  it('has stopped all that runs by itself before its rows stand still', async () => {
    const { infrastructure, close } = await testInfrastructure({
      databaseUrl: database.url,
      publications: [],
      now: NOW,
    });
    const stopped: string[] = [];
    const runs = (name: string) => ({
      group: name,
      check: () => undefined,
      lateSince: () => undefined,
      stop: async () => {
        await setImmediate();
        stopped.push(`${name} while rows are ${service.rights.status().state}`);
      },
    });
    const service = await ServiceRuntime.create(
      {
        ...demoService,
        name: 'stopping',
        publishesTo: TRIAGE_TOPIC,
      },
      {
        ...infrastructure,
        relay: async () => runs('relay'),
        messaging: { consume: async () => runs('consumer'), close: async () => undefined },
      },
    );
    started.push({
      async close() {
        await Promise.all([service.rights.close(), service.lists.close()]);
        await close();
      },
    });
    await service.onApplicationBootstrap();
    await service.rights.waitFor(await infrastructure.store.head());
    const others = [
      jest.spyOn(service.operations, 'stop'),
      jest.spyOn(BreachWatcher.prototype, 'stop'),
    ];

    await service.beforeApplicationShutdown();
    expect(stopped.sort()).toEqual([
      'consumer while rows are running',
      'relay while rows are running',
    ]);
    for (const other of others) expect(other).toHaveBeenCalledTimes(1);
    for (const { state } of [service.rights.status(), service.lists.status()])
      expect(state).toBe('stopped');
  });
});

describe('a service', () => {
  it('is not ready without its log, and not alive when its messages stand still', async () => {
    const { service } = await start({ ...demoService, name: 'failing' });
    const health = new HealthChecks();
    registerHealth(service, health);
    const log = jest.spyOn(service.infrastructure.store, 'ping').mockRejectedValue(new Error());
    expect(await health.run('live')).toMatchObject({ status: 'up' });
    expect(await health.run('ready')).toMatchObject({
      status: 'down',
      checks: { 'failing log': 'down', 'failing rights': 'up', 'failing runs': 'up' },
    });
    log.mockRestore();
    jest.spyOn(service, 'assertAlive').mockImplementation(() => {
      throw new Error('dead');
    });
    for (const kind of ['live', 'ready'] as const)
      expect(await health.run(kind)).toMatchObject({
        status: 'down',
        checks: { 'failing runs': 'down' },
      });
  });
});

describe('a service whose rows older code made', () => {
  it('is ready when they are replaced', async () => {
    const { service } = await start({ ...demoService, name: 'renewing' });
    const health = new HealthChecks();
    registerHealth(service, health);
    expect((await health.run('ready')).status).toBe('up');
    const { dataSource } = service.rights;
    await dataSource.query(`UPDATE projection_checkpoint SET versions = '{"matters": 0}'`);
    expect(await health.run('ready')).toMatchObject({
      checks: { 'renewing rights': 'down', 'renewing lists': 'up' },
    });
  });
});
