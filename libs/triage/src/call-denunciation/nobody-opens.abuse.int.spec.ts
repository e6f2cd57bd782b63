import { INTAKE_TOPIC } from '@minh-bach/contracts';
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
import { call, classification, correction } from '../commands/index.ts';
import { REGISTERED_AT, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

/** She and vi are the officers of the line. The auditor opens no identity. */
const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'quyen', 'vi', 'ha'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('quyen', 'KV-MH', ['denunciation-officer']),
    post('vi', 'CHQ', ['denunciation-officer']),
    post('ha', 'CHQ', ['auditor']),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

let arrived = 0;
async function arrives(): Promise<string> {
  const petition = `D26-0000092${arrived++}-0`;
  const data = { ...received, respondentUnit: null, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
  await triage.caughtUp();
  return petition;
}

const about = (...people: string[]) => ({
  units: [],
  people: people.map((id) => ({ person: id, on: '2026-11-02' })),
});
const reason = 'Đọc kỹ';
const calls = (number: string, actor: Actor, ...people: string[]) => {
  const named = people.length > 0 ? { respondents: about(...people) } : {};
  return ask(triage.service, call, number, { reason, ...named }, askedBy(actor));
};
const names = (number: string, actor: Actor, ...people: string[]) => {
  const body = { respondentUnit: null, respondents: about(...people), reason };
  return ask(triage.service, correction, number, body, askedBy(actor));
};
const refused = { code: 'NOBODY_LEFT' };

describe('T27: one officer’s word, where callers open nothing that they called', () => {
  it('does not call it with the name of each other officer', async () => {
    const number = await arrives();
    await expect(calls(number, quyen, 'vi')).rejects.toMatchObject(refused);
    await calls(number, quyen, 'hung');
  });

  it('does not name each other officer after the call', async () => {
    const number = await arrives();
    await calls(number, quyen);
    await expect(names(number, quyen, 'vi')).rejects.toMatchObject(refused);
    await names(number, quyen, 'hung');
  });

  it('does not name each other officer before the call', async () => {
    const number = await arrives();
    await expect(names(number, quyen, 'vi')).rejects.toMatchObject(refused);
    await calls(number, quyen);
  });
});

describe('T27: names by others', () => {
  it('leave an officer who did not call it', async () => {
    const number = await arrives();
    await calls(number, quyen);
    await expect(names(number, khanh, 'vi')).rejects.toMatchObject(refused);
  });

  it('may be of an officer, where another is left', async () => {
    const number = await arrives();
    await names(number, giang, 'vi');
    const classified = await arrives();
    const body = { kind: 'denunciation', reason, respondents: about('quyen') } as const;
    await ask(triage.service, classification, classified, body, askedBy(giang));
  });
});

describe('T27: protection comes first: a call that names nobody', () => {
  it('is taken from the last officer who is left: it is closed all the same', async () => {
    const number = await arrives();
    await names(number, giang, 'vi');
    await calls(number, quyen);
  });

  it('may be followed by names of others who open nothing', async () => {
    const number = await arrives();
    await names(number, giang, 'vi');
    await calls(number, quyen);
    await names(number, quyen, 'vi', 'hung');
  });
});

describe('T28: a call with the name of a person for whom each other officer deputised', () => {
  const deputised = (day: string) => triage.knows([deputy('vi', 'hq-sm.hung', day, day)]);

  it('is refused, where that was since it was received: nobody would open it', async () => {
    await deputised('2026-11-01');
    await calls(await arrives(), quyen, 'hung');
    await deputised(received.receivedOn);
    await expect(calls(await arrives(), quyen, 'hung')).rejects.toMatchObject(refused);
  });
});
