import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { words } from '@minh-bach/contracts';
import { Allow, HealthChecks, Operation } from '@minh-bach/http';
import { startDemoApp } from '@minh-bach/http/specs';
import { createTestDatabase, type TestDatabase, eventually } from '@minh-bach/testing';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { readNotices } from '../pages/read-notices.ts';
import { readWorklist } from '../pages/read-worklist.ts';
import { askedBy, someoneOf } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  open,
  type DemoCommand,
} from '../specs/demo-service.ts';
import { organisation, person } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { registerHealth } from './service-provider.ts';

const NOW = '2026-11-20T02:00:00.000Z';
const END = '2026-11-27T17:00:00.000Z';
const SEEN = 'D26-00000001-0';
const UNSEEN = 'D26-00000002-0';
const DENOUNCED = 'D26-00000003-0';
const actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' } as const;

let database: TestDatabase;
let running: TestService;
let isBroken = false;
const health = new HealthChecks();

const run = (number: string, command: DemoCommand) =>
  running.service.run({
    decider: demoDecider,
    stream: `demo.petition-${number}`,
    command,
    context: askedBy(actor),
  });
const readList = async () =>
  readWorklist(running.service, demoList, { view: 'all', limit: 10 }, actor);
const numbers = async () => (await readList()).rows.map(({ number }) => number);
const within5s = <T>(holds: () => Promise<T>) => eventually(holds, 5_000);

@Controller('demo/list')
class ListController {
  @Get()
  @Allow('petition.read')
  @Operation({ summary: words('Thử', 'A try'), answer: z.unknown() })
  list() {
    return readList();
  }
}

/** A list that has shown one petition cannot be written from the next event on. */
beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    {
      ...demoService,
      entities: [DemoRow],
      projections: [
        {
          ...demoRowProjection,
          apply: (batch, manager) =>
            isBroken
              ? Promise.reject(new Error('a mistake'))
              : demoRowProjection.apply(batch, manager),
        },
      ],
    },
    { databaseUrl: database.url, now: NOW },
  );
  registerHealth(running.service, health);
  await running.knows(organisation);
  await run(SEEN, open());
  await running.caughtUp();
  expect(await numbers()).toEqual([SEEN]);
  isBroken = true;
  await run(UNSEEN, open({ clocksStarted: [demoClock('R1', END)] }));
  await within5s(async () => expect((await health.run('ready')).status).not.toBe('up'));
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

describe('while a list cannot be written', () => {
  it('a right that ends has ended', async () => {
    const { service, neighbours } = running;
    const hung = () => service.organisation.find('http://issuer.test', 'hung', new Date(NOW));
    expect(await hung()).toBeDefined();
    await neighbours.tellDirectory([person('hung', { active: false })]);
    await within5s(async () => expect(await hung()).toBeUndefined());
  });

  it('a command is taken, and its matter has its page and its history', async () => {
    const { matters, history } = running.service;
    await within5s(async () =>
      expect(
        (await matters.streamsOf(UNSEEN, 'petition.read', someoneOf('HQ-SM'))).streams,
      ).toHaveLength(1),
    );
    await run(UNSEEN, { type: 'Note', data: { text: 'Đã hẹn' } });
    expect(await history.of(UNSEEN, 'petition.read', someoneOf('HQ-SM'))).toHaveLength(2);
  });

  it('a denunciation is kept from the head whom it is about', async () => {
    const { matters, shield } = running.service;
    await run(DENOUNCED, open({ kind: 'denunciation', respondentUnit: 'HQ-SM' }));
    await within5s(async () => expect(await shield.isRespondent('binh', DENOUNCED)).toBe(true));
    const page = matters.streamsOf(DENOUNCED, 'petition.read', { person: 'binh', unit: 'HQ-SM' });
    await expect(page).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a breach is noticed, and the superior reads the notice', async () => {
    const { service, clock } = running;
    clock.set(new Date(END));
    await within5s(async () => {
      await service.noticeBreaches();
      const { items } = await readNotices(service, 'khanh', { limit: 10 });
      expect(items.map(({ matter }) => matter)).toEqual([UNSEEN]);
    });
    clock.set(new Date(NOW));
  });

  it('the service is alive and ready, and calls a developer', async () => {
    expect(await health.run('live')).toMatchObject({ status: 'up' });
    expect(await health.run('ready')).toMatchObject({
      status: 'degraded',
      checks: { 'demo rights': 'up', 'demo lists': 'degraded', 'demo log': 'up' },
      act: 'developer',
    });
  });

  it('operators see which of the two stands still, and why', async () => {
    expect(await running.service.operations.status()).toMatchObject({
      readModels: {
        rights: { state: 'running', error: null },
        lists: { state: 'failed', error: { code: 'PROJECTION_FAILED', act: 'developer' } },
      },
    });
  });

  it('the list answers 503 with its code, and no old rows', async () => {
    const demo = await startDemoApp({}, [ListController]);
    await demo.app.listen(0, '127.0.0.1');
    const answer = await demo.app.inject({ url: '/demo/list', headers: demo.bearer });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ code: 'READ_MODEL_STOPPED' });
    await demo.close();
  });

  it('rights can be rebuilt', async () => {
    const { operations } = running.service;
    await operations.rebuild('rights', 'first');
    await within5s(async () =>
      expect(await operations.status()).toMatchObject({
        readModels: { rights: { state: 'running', rebuild: { phase: 'done', id: 'first' } } },
      }),
    );
  });
});

it('a list that was mended is rebuilt, and lacks nothing', async () => {
  isBroken = false;
  await running.service.operations.rebuild('lists', 'mended');
  await within5s(async () => expect(await health.run('ready')).toMatchObject({ status: 'up' }));
  expect(await numbers()).toEqual([UNSEEN, SEEN, DENOUNCED]);
});
