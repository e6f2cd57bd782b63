import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceRuntime } from '@minh-bach/platform';
import { askedBy, testInfrastructure, type TestInfrastructure } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { INestApplication } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { person, post, unit } from '../directory.fixture.ts';
import { directoryService } from '../directory.service.ts';
import { recordFirstAdministrator } from '../first-administrator/first-administrator.ts';
import { recordEntries } from '../record-entry/record-entries.ts';
import { RecordEntryCommand, RecordEntryHandler } from '../record-entry/record-entry.handler.ts';
import { AppointDeputyController } from './appoint-deputy.controller.ts';
import { AppointDeputyHandler, type AppointDeputyCommand } from './appoint-deputy.handler.ts';

const TODAY = '2026-11-20';
const quan: Actor = { person: 'quan', role: 'administrator', unit: 'CHQ' };
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let infra: TestInfrastructure;
let directory: ServiceRuntime;
let deputies: AppointDeputyController;

beforeAll(async () => {
  database = await createTestDatabase();
  infra = await testInfrastructure({
    databaseUrl: database.url,
    publications: [],
    now: `${TODAY}T02:00:00.000Z`,
  });
  directory = await ServiceRuntime.create(directoryService, infra.infrastructure);
  await directory.onApplicationBootstrap();
  const execute = (command: RecordEntryCommand | AppointDeputyCommand) =>
    command instanceof RecordEntryCommand
      ? new RecordEntryHandler(directory).execute(command)
      : new AppointDeputyHandler(directory).execute(command);
  const commands = { execute } as unknown as CommandBus;
  const get = (asked: unknown) => (asked === ServiceRuntime ? [directory] : commands);
  const app = { get } as unknown as INestApplication;
  await recordFirstAdministrator(app, {
    name: 'Người quản trị',
    username: 'quan',
    issuer: 'http://127.0.0.1/oidc',
    subject: 'quan',
  });
  await recordEntries(app, [
    { ...unit, parent: 'CHQ' },
    ...['binh', 'cuc'].map((id) => ({ ...person, id, subject: id })),
    post,
  ]);
  await caughtUp();
  deputies = new AppointDeputyController(commands, directory);
});
afterAll(async () => {
  await directory.beforeApplicationShutdown();
  await directory.onApplicationShutdown();
  await infra.close();
  await database.drop();
});

const caughtUp = async () => directory.readModel.waitFor(await infra.infrastructure.store.head());

const appoint = (by: Actor, deputy: string, from: string, to: string) =>
  deputies.appoint({ post: post.id, deputy, from, to }, askedBy(by));
const actsOn = async (who: string, day: string) =>
  directory.organisation.holds(who, 'head', 'HQ-SM', day);

describe('an administrator', () => {
  it('becomes nobody’s deputy by his own hand, neither of old nor from today on', async () => {
    for (const from of ['2020-01-01', TODAY])
      await expect(appoint(quan, 'quan', from, '9999-12-31')).rejects.toMatchObject({
        code: from === TODAY ? 'NOT_FOR_ONESELF' : 'DEPUTY_BACKDATED',
      });
    await caughtUp();
    expect(await actsOn('quan', TODAY)).toBe(false);
  });
  it('appoints another, but not for the past', async () => {
    await expect(appoint(quan, 'cuc', '2026-11-19', TODAY)).rejects.toMatchObject({
      code: 'DEPUTY_BACKDATED',
    });
    await appoint(quan, 'cuc', TODAY, TODAY);
    await caughtUp();
    expect(await actsOn('cuc', TODAY)).toBe(true);
  });
});

describe('the holder of a post', () => {
  it('ends early what another does in it, though it has begun', async () => {
    await appoint(binh, 'cuc', TODAY, '2026-12-31');
    infra.clock.set(new Date('2026-11-24T02:00:00.000Z'));
    await appoint(binh, 'cuc', TODAY, '2026-11-24');
    await caughtUp();
    expect(await actsOn('cuc', '2026-11-24')).toBe(true);
    expect(await actsOn('cuc', '2026-11-25')).toBe(false);
  });
});
