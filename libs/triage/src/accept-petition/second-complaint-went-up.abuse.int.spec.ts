import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  unit,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const head = (id: string, where = 'KV-MH'): Actor => ({ person: id, role: 'head', unit: where });
const [khanh, cuc, an] = [head('khanh'), head('cuc'), head('an', 'CHQ')];
/** Deputy head of the regional office. */
const thu = head('thu');
const thuForKhanh: Actor = { ...thu, deputyFor: 'khanh' };
const lan: Actor = { person: 'lan', role: 'classifier', unit: 'KV-MH' };
const system = head('system:x', 'CHQ');
const notFound = { code: 'NOT_FOUND' };
const leading = post('khanh', 'KV-MH', ['head'], { leads: true });

let database: TestDatabase;
let triage: TestService;
let about = 'HQ-0';
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['lan', 'thu'].map((id) => person(id)),
    post('thu', 'KV-MH', ['head'], { from: '2025-04-01' }),
    post('lan', 'KV-MH', ['classifier']),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});
beforeEach(async () => {
  about = `HQ-${++count}`;
  await triage.knows([leading, unit(about, 'KV-MH')]);
});

const numbered = (letter: string) => `${letter}26-${String(72_000_000 + ++count)}-0`;

/** A first complaint about that unit, as investigation and response told the log of it. */
async function firstComplaint(over: object = {}) {
  const [case_, petition] = [numbered('V'), numbered('D')];
  const ofCase = { case: case_, petitions: [petition] };
  const write = async (service: string, type: string, data: object, by: Actor) => {
    await triage.neighbours.writes(`${service}.case-${case_}`, type, { ...ofCase, ...data }, by);
    await triage.caughtUp();
  };
  const opened = { kind: 'complaint', instance: 1, competentUnit: about, ...over };
  await write('investigation', 'CaseReceived', opened, head('system', about));
  return { petition, write };
}
const approval = () => ({ version: 1, unit: about, instance: 1 });

async function complainedAgain(respondentUnit = about) {
  const petition = numbered('D');
  const data = { ...received, unit: 'KV-MH', respondentUnit, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
  return petition;
}
const classify = (number: string, actor: Actor) =>
  ask(triage.service, classification, number, { kind: 'complaint', reason: 'x' }, askedBy(actor));
/** Who of them may handle it. */
async function handle(number: string, ...actors: Actor[]): Promise<string[]> {
  const pages = await Promise.all(
    actors.map(async (actor) => {
      const query = new TriagePageQuery(number, actor);
      const { isKept } = await new TriagePageHandler(triage.service).execute(query);
      return isKept ? [] : [actor.person];
    }),
  );
  return pages.flat();
}

describe('T11, COI6: who resolved a first complaint in a unit above', () => {
  it.each([
    ['approved it', 'investigation', 'ConclusionApproved', { approvedBy: 'khanh' }, an],
    ['approved it, by older events', 'investigation', 'ConclusionApproved', {}, khanh],
    ['had a deputy approve it', 'investigation', 'ConclusionApproved', {}, thuForKhanh],
    ['signed the decision', 'response', 'DecisionIssued', { signer: 'khanh' }, an],
    ['issued the decision', 'response', 'DecisionIssued', { signer: 'an' }, khanh],
    ['sent the draft back', 'investigation', 'ConclusionReturned', {}, khanh],
    ['assigned it, and let the limit pass', 'investigation', 'CaseAssigned', {}, khanh],
    ['was assigned to it', 'investigation', 'CaseAssigned', { assignee: 'khanh' }, cuc],
    ['drafted its conclusion', 'investigation', 'ConclusionProposed', {}, khanh],
  ])('does nothing in a second: a person who %s', async (_, service, type, data, by) => {
    const { write } = await firstComplaint();
    await write(service, type, { ...approval(), ...data }, by);
    const number = await complainedAgain();
    await expect(classify(number, khanh)).rejects.toMatchObject(notFound);
    expect(await handle(number, khanh, lan)).toEqual(['lan']);
    await classify(number, lan);
  });

  it('does nothing in one about another unit that the first named', async () => {
    const { petition, write } = await firstComplaint();
    await write('investigation', 'ConclusionApproved', approval(), khanh);
    expect(await handle(await complainedAgain('HQ-DG'), khanh)).toEqual(['khanh']);
    const named = { unit: about, respondents: { units: ['HQ-DG'], people: [] } };
    await triage.neighbours.writes(`intake.petition-${petition}`, 'PetitionRegistered', named);
    await triage.caughtUp();
    expect(await handle(await complainedAgain('HQ-DG'), khanh)).toEqual([]);
  });

  it('is no second person by a deputy head under them; after they left the unit, that one is', async () => {
    const { write } = await firstComplaint();
    await write('investigation', 'ConclusionApproved', approval(), khanh);
    const number = await complainedAgain();
    await expect(classify(number, thu)).rejects.toMatchObject(notFound);
    expect(await handle(number, khanh, thu, lan)).toEqual(['lan']);
    await triage.knows([
      { ...leading, to: '2026-11-01' },
      post('cuc', 'KV-MH', ['head'], { leads: true }),
    ]);
    expect(await handle(number, cuc, thu, lan)).toEqual(['cuc', 'thu', 'lan']);
    await triage.knows([post('cuc', 'KV-MH', ['head'], { leads: true, to: '2026-11-01' })]);
  });

  it('is nobody who resolved a second complaint, or is not said in a way that can be read', async () => {
    const second = await firstComplaint({ instance: 2 });
    await second.write(
      'investigation',
      'ConclusionApproved',
      { ...approval(), instance: 2 },
      khanh,
    );
    const { write } = await firstComplaint();
    await write('investigation', 'ConclusionProposed', { petitions: null }, khanh);
    await write('investigation', 'CaseAssigned', { assignee: ['khanh'] }, system);
    await write('investigation', 'ConclusionApproved', { petitions: 7, instance: 1 }, khanh);
    await write('response', 'DecisionIssued', { petitions: [7, null], signer: {} }, khanh);
    await write('response', 'DecisionIssued', { signer: 'a\0b', unit: [] }, system);
    expect(await handle(await complainedAgain(), khanh, thu)).toEqual(['khanh', 'thu']);
  });

  it('is known after a rebuild, too', async () => {
    await expectRebuildsEqualLive(triage.service);
  });
});
