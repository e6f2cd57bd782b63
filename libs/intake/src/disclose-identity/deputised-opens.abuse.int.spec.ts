import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, denunciation, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { denouncerDisclosure, denunciationScanDisclosure } from './disclose-identity.ts';

const NUMBER = 'D26-00000093-8';
const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([...organisation, person('oanh'), person('quyen')]);
  const people = [{ tag: await intake.service.shield.tagOf('hung'), on: '2026-11-02' }];
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${NUMBER}`,
    command: register({
      ...denunciation.petition,
      ...{ petition: NUMBER, receiptHash: NUMBER.padEnd(43, 'x') },
      ...{ respondentUnit: null, respondents: { units: [], people } },
    }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const purpose = 'verify-identity';
const opens = (actor: Actor) =>
  ask(intake.service, denouncerDisclosure, NUMBER, { purpose }, askedBy(actor));
const opensScan = (actor: Actor) => {
  const body = { purpose, original: false } as const;
  return ask(intake.service, denunciationScanDisclosure, NUMBER, body, askedBy(actor));
};
const opened = async () => (await intake.events(`intake.disclosures-${NUMBER}`)).length;
const deputised = (who: string, day: string) => intake.knows([deputy(who, 'hq-sm.hung', day, day)]);

describe('T28: an officer who deputised for a denounced person', () => {
  it('opens neither who sent it nor the scan, where that was since it was received', async () => {
    await deputised('oanh', paper.receivedOn);
    for (const open of [opens, opensScan])
      await expect(open(oanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await opened()).toBe(0);
  });

  it('nor once the post of that person is said to have ended before, or to have been another’s', async () => {
    for (const over of [{ to: '2026-11-01' }, { person: 'binh', from: '2025-03-01' }]) {
      await intake.knows([post('hung', 'HQ-SM', ['verifier'], over)]);
      await expect(opens(oanh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await opened()).toBe(0);
  });

  it('leaves it to another officer', async () => {
    expect((await opens(quyen)).sender).toMatchObject({ name: 'Công ty Thử Nghiệm' });
  });

  it('opens it where the deputation had ended before', async () => {
    await deputised('quyen', '2026-11-01');
    expect((await opens(quyen)).sender).toMatchObject({ name: 'Công ty Thử Nghiệm' });
  });
});
