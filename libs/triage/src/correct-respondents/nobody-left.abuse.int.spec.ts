import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
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
  await tell(DENOUNCED, { declaredKind: 'denunciation', gist: null });
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
const correct = (respondents: ReturnType<typeof about>, actor = giang) =>
  ask(
    triage.service,
    correction,
    DENOUNCED,
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
    await name(about(['giang'], ['HQ-SM', 'KV-MH']));
  });
});

it('T27: earlier names and those of a correction together leave somebody', async () => {
  await triage.caughtUp();
  await expect(correct(about([], ['CHQ']), an)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
});
