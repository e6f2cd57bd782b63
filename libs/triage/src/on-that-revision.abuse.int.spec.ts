import { EventEmitter, once } from 'node:events';
import { INTAKE_TOPIC, type Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { eventually, createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  classification,
  confirmation,
  correction,
  declination,
  note as noting,
} from './commands/index.ts';
import { petitionDecider, type PetitionCommand } from './domain/petition.decider.ts';
import { REGISTERED_AT, giang, note, received, settle } from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

const ON = '2026-11-02';
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

let database: TestDatabase;
let triage: TestService;
let told = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  const held = (who: string, unit: string, role: Role) => [person(who), post(who, unit, [role])];
  await triage.knows([
    ...organisation,
    ...held('giang', 'HQ-SM', 'classifier'),
    ...held('oanh', 'HQ-SM', 'denunciation-officer'),
    ...held('quyen', 'KV-MH', 'denunciation-officer'),
    ...held('ha', 'CHQ', 'auditor'),
  ]);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function denunciation(): Promise<string> {
  const petition = `D26-${String(900 + (told += 1)).padStart(8, '0')}-0`;
  const over = { declaredKind: 'denunciation', gist: null, respondentUnit: null, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', {
    ...received,
    ...over,
  });
  await triage.heard(`triage.petition-${petition}`, 1);
  return petition;
}

/** The first holds the stream while the others come as far as to ask for it. */
async function meanwhile(
  petition: string,
  first: PetitionCommand,
  actor: Actor,
  others: readonly (() => Promise<unknown>)[],
) {
  const run = jest.spyOn(triage.service, 'run');
  const gate = new EventEmitter();
  const holding = triage.service.runner.run({
    decider: petitionDecider,
    stream: `triage.petition-${petition}`,
    command: first,
    context: askedBy(actor),
    beforeDecision: async () => void (await once(gate, 'open')),
  });
  const asked = others.map((ask) => ask());
  const settled = Promise.allSettled(asked);
  await eventually(async () => expect(run).toHaveBeenCalledTimes(others.length));
  gate.emit('open');
  await holding;
  return (await settled).map((one) => (one.status === 'fulfilled' ? 'taken' : one.reason.code));
}

const naming = (people: readonly string[]) => ({
  units: [],
  people: people.map((id) => ({ person: id, on: ON })),
});
const correct = (petition: string, people: readonly string[]) => () =>
  ask(
    triage.service,
    correction,
    petition,
    { respondentUnit: null, respondents: naming(people), reason: 'Đọc kỹ lại' },
    askedBy(giang),
  );
const classify =
  (
    petition: string,
    people: readonly string[],
    kind: 'denunciation' | 'complaint' = 'denunciation',
  ) =>
  () =>
    ask(
      triage.service,
      classification,
      petition,
      { kind, reason: 'Đọc kỹ', respondents: naming(people) },
      askedBy(giang),
    );
const confirm = (petition: string, actor: Actor) => () =>
  ask(triage.service, confirmation, petition, { note: null }, askedBy(actor));

describe('T27: what is checked of a petition is checked on the revision that is decided on', () => {
  it.each([
    [
      'two corrections',
      (petition: string) => [correct(petition, ['oanh']), correct(petition, ['quyen'])],
    ],
    [
      'a classification and a correction',
      (petition: string) => [classify(petition, ['oanh']), correct(petition, ['quyen'])],
    ],
  ])('%s at once leave somebody who may open the sender', async (_, pair) => {
    const petition = await denunciation();
    const both = await meanwhile(petition, note, giang, pair(petition));
    expect(both.toSorted()).toEqual(['NOBODY_LEFT', 'taken']);
  });

  it('names that are corrected leave somebody beside those that are proposed', async () => {
    const petition = await denunciation();
    await classify(petition, ['oanh'], 'complaint')();
    await expect(correct(petition, ['quyen'])()).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
    await ask(triage.service, declination, petition, { note: 'Vẫn là tố cáo' }, askedBy(khanh));
  });

  it('names of people that are proposed are in force at once, and once they are confirmed', async () => {
    const petition = await denunciation();
    await classify(petition, ['oanh'], 'complaint')();
    const isKept = () => triage.service.shield.isRespondent('oanh', petition);
    expect(await isKept()).toBe(true);
    await confirm(petition, khanh)();
    expect(await isKept()).toBe(true);
  });
});

describe('T28: an auditor who confirms before there is a proposal', () => {
  it('confirms nothing while somebody else is left', async () => {
    const petition = await denunciation();
    await classify(petition, [])();
    const [answer] = await meanwhile(petition, settle(), giang, [confirm(petition, ha)]);
    expect(['NOT_FOUND', 'NOTHING_TO_CONFIRM']).toContain(answer);
    await expect(confirm(petition, ha)()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('T27: a person who is named while their command waits', () => {
  it.each([
    ['', {}],
    [', nor hears who named them, where they say what they saw', { ifMatch: 0 }],
  ])('finds nothing any more%s', async (_, seen) => {
    const petition = await denunciation();
    const tag = await triage.service.shield.tagOf('giang');
    const asking = () =>
      ask(triage.service, noting, petition, { text: 'Ghi chú' }, askedBy(giang, seen));
    const named: PetitionCommand = {
      type: 'CorrectRespondents',
      respondentUnit: null,
      respondents: { units: [], people: [{ tag, on: ON, who: { person: 'giang', post: null } }] },
      reason: 'Đọc kỹ lại',
    };
    expect(await meanwhile(petition, named, khanh, [asking, correct(petition, ['hung'])])).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
  });
});
