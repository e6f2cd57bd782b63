import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, denunciation, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { denouncerDisclosure, denunciationScanDisclosure } from './disclose-identity.ts';

const CALLED = 'D26-00000091-0';
const DECLARED = 'D26-00000092-0';
const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  for (const [petition, { petition: paper }] of [
    [CALLED, register()],
    [DECLARED, denunciation],
  ] as const)
    await intake.service.run({
      decider: petitionDecider,
      stream: `intake.petition-${petition}`,
      command: register({ ...paper, petition, receiptHash: petition.padEnd(43, 'x') }),
      context: askedBy(dung),
    });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

/** As triage writes it: nobody has told intake yet. */
const calls = (number: string, by: Actor, before: string, kind = 'denunciation') =>
  intake.neighbours.writes(
    `triage.petition-${number}`,
    'PetitionClassified',
    { petition: number, kind, before, reason: null },
    by,
  );
const purpose = 'verify-identity';
const opens = (number: string, actor: Actor) =>
  ask(intake.service, denouncerDisclosure, number, { purpose }, askedBy(actor));
const opensScan = (number: string, actor: Actor) => {
  const body = { purpose, original: false } as const;
  return ask(intake.service, denunciationScanDisclosure, number, body, askedBy(actor));
};
const opened = async (number: string) =>
  (await intake.events(`intake.disclosures-${number}`)).length;
const refused = { code: 'CALLED_BY_ONESELF' };

describe('T28: an officer who calls a petition a denunciation', () => {
  it('does not open it, from that word on and before any message of it', async () => {
    await calls(CALLED, oanh, 'complaint');
    for (const open of [opens, opensScan])
      await expect(open(CALLED, oanh)).rejects.toMatchObject(refused);
    await intake.neighbours.tell(TRIAGE_TOPIC, CALLED, 'PetitionClassified', {
      petition: CALLED,
      kind: 'denunciation',
    });
    await intake.heard(`intake.petition-${CALLED}`, 2);
    await expect(opens(CALLED, oanh)).rejects.toMatchObject(refused);
    expect(await opened(CALLED)).toBe(0);
  });

  it('does not open it by another post of theirs', async () => {
    const above = { ...oanh, unit: 'KV-MH' };
    await expect(opens(CALLED, above)).rejects.toMatchObject(refused);
  });

  it('leaves it to another officer, of the unit or above', async () => {
    const { sender } = await opens(CALLED, quyen);
    expect(sender).toMatchObject({ name: 'Công ty Thử Nghiệm' });
  });

  it('does not open it after others called it something else, and again a denunciation', async () => {
    const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
    await calls(CALLED, giang, 'denunciation', 'complaint');
    await calls(CALLED, giang, 'complaint');
    await expect(opens(CALLED, oanh)).rejects.toMatchObject(refused);
  });

  it('is nobody where it was declared as one, also once that is confirmed', async () => {
    await calls(DECLARED, oanh, 'denunciation');
    const { sender } = await opens(DECLARED, oanh);
    expect(sender).toMatchObject({ name: 'Công ty Thử Nghiệm' });
  });
});
