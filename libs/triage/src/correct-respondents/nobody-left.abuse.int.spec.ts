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
import { classification, correction } from '../commands/index.ts';
import { REGISTERED_AT, giang, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const COMPLAINT = 'D26-00000061-0';
const DENOUNCED = 'D26-00000062-0';
const AGAIN = 'D26-00000063-0';
const ABOUT_BINH = 'D26-00000064-0';
const FRESH = 'D26-00000065-0';
const OF_HUNG = 'D26-00000066-0';
const WATCHED = 'D26-00000067-0';

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'oanh', 'ha'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('oanh', 'HQ-SM', ['denunciation-officer']),
    post('ha', 'CHQ', ['auditor']),
  ]);
  await tell(COMPLAINT, {});
  for (const number of [DENOUNCED, FRESH, OF_HUNG])
    await tell(number, { declaredKind: 'denunciation', gist: null });
  await tell(WATCHED, { declaredKind: 'denunciation', gist: null, respondentUnit: 'HQ-X' });
  await tell(AGAIN, {});
  await tell(ABOUT_BINH, { respondentUnit: 'HQ-SM' });
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function tell(petition: string, over: object): Promise<void> {
  const data = { ...received, respondentUnit: null, ...over, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
}

const about = (people: readonly string[], units: readonly string[] = []) => ({
  units: [...units],
  people: people.map((id) => ({ person: id, on: '2026-11-02' })),
});
const classify = (respondents: ReturnType<typeof about>) =>
  ask(
    triage.service,
    classification,
    COMPLAINT,
    { kind: 'denunciation', reason: 'Tố cáo', respondents },
    askedBy(giang),
  );
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
const correct = (respondents: ReturnType<typeof about>, actor = giang, number = DENOUNCED) =>
  ask(
    triage.service,
    correction,
    number,
    { respondentUnit: null, respondents, reason: 'Đọc kỹ lại' },
    askedBy(actor),
  );

const EVERY_CLASSIFIER = about(['giang'], ['HQ-SM', 'KV-MH', 'CHQ']);
const EVERY_OFFICER = about(['oanh']);

describe.each([
  ['classification', classify],
  ['correction', (respondents: ReturnType<typeof about>) => correct(respondents)],
])('T27: a %s at one person’s word', (_, name) => {
  it.each([
    ['classify it', EVERY_CLASSIFIER],
    ['open who sent it', EVERY_OFFICER],
  ])('is refused where its names leave nobody who may %s', async (__, respondents) => {
    await expect(name(respondents)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
  });

  it('is taken where somebody above is left', async () => {
    await name(about([], ['HQ-SM', 'KV-MH']));
  });
});

it('T27: earlier names and those of a correction together leave somebody', async () => {
  await triage.caughtUp();
  await expect(correct(about([], ['CHQ']), an)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
});

describe('T27: names at one person’s word leave somebody for the whole procedure', () => {
  const refused = { code: 'NOBODY_LEFT' };

  it('to assign, approve and issue: a head', async () => {
    const heads = about([], ['HQ-SM', 'KV-MH', 'CHQ']);
    for (const number of [AGAIN, FRESH])
      await expect(correct(heads, giang, number)).rejects.toMatchObject(refused);
  });

  it.each(['hung', 'phuc'])('to verify and to send, where there may be a case: %s', async (who) => {
    await expect(correct(about([who]), giang, AGAIN)).rejects.toMatchObject(refused);
    await correct(about([who]), giang, FRESH);
  });

  it('and somebody else than the one who names them', async () => {
    const allButAn = about(['giang', 'ha'], ['HQ-SM', 'KV-MH']);
    await expect(correct(allButAn, an, FRESH)).rejects.toMatchObject(refused);
  });

  it('to see what is proposed: a head above, or an auditor', async () => {
    const everySupervisor = about(['khanh', 'an', 'ha']);
    await expect(correct(everySupervisor, giang, WATCHED)).rejects.toMatchObject(refused);
    await correct(about(['khanh', 'an']), giang, WATCHED);
  });
});

describe('T29: a head of the unit that it is about', () => {
  const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
  const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
  const khanh = about(['khanh']);

  it('shuts out nobody above, alone or through a deputy', async () => {
    for (const actor of [binh, { ...giang, role: 'head', deputyFor: 'binh' } as const])
      await expect(correct(khanh, actor, ABOUT_BINH)).rejects.toMatchObject({
        code: 'NAMES_ABOVE',
      });
  });

  it('names people of the unit; a person whom it is not about names those above', async () => {
    await correct(about(['giang']), binh, ABOUT_BINH);
    await triage.caughtUp();
    await correct(khanh, oanh, ABOUT_BINH);
  });
});

describe('T29: who deputised for a person named, since it was received', () => {
  const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
  const deputised = (who: string, day: string) =>
    triage.knows([deputy(who, 'hq-sm.hung', day, day)]);

  it('names nobody above together with that person, and nobody at all after', async () => {
    await deputised('oanh', '2026-11-01');
    await deputised('giang', received.receivedOn);
    const refused = { code: 'NAMES_ABOVE' };
    const both = about(['hung', 'khanh']);
    await expect(correct(both, giang, OF_HUNG)).rejects.toMatchObject(refused);
    await correct(about(['hung']), oanh, OF_HUNG);
    await triage.caughtUp();
    for (const more of [about(['khanh']), about(['phuc'])])
      await expect(correct(more, giang, OF_HUNG)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await correct(both, oanh, OF_HUNG);
  });
});
