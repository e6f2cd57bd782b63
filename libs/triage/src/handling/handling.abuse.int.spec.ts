import { INTAKE_TOPIC, type DirectoryEntryV1, type Role } from '@minh-bach/contracts';
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
import fc from 'fast-check';
import { classification, declination } from '../commands/index.ts';
import { loadPetition } from '../petition-stream.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { alarmsController } from '@minh-bach/platform';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';
import { HandlingWatcher } from './handling-watcher.ts';
import { handlingOf } from '@minh-bach/platform';

const AlarmsController = alarmsController('triage');
const DENOUNCED = 'D26-00000051-0';
const NOBODYS = 'D26-00000053-0';
const COMPLAINT = 'D26-00000052-0';
const TODAY = '2026-11-20';
const act = (who: string, role: Role, unit: string): Actor => ({ person: who, role, unit });
const giang = act('giang', 'classifier', 'HQ-SM');
const khanh = act('khanh', 'head', 'KV-MH');
const ha = act('ha', 'auditor', 'CHQ');

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'ha', 'p1', 'p2', 'p3', 'p4'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('ha', 'CHQ', ['auditor']),
  ]);
  const about = { ...received, respondentUnit: 'HQ-SM' };
  await tell(DENOUNCED, { ...about, declaredKind: 'denunciation', gist: null });
  await tell(COMPLAINT, about);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function tell(petition: string, data: object): Promise<void> {
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', { ...data, petition });
  await triage.heard(`triage.petition-${petition}`, 1);
}

async function classify(actor: Actor, number = DENOUNCED): Promise<void> {
  const body = { kind: 'denunciation', reason: 'Tố cáo' } as const;
  await ask(triage.service, classification, number, body, askedBy(actor));
  await triage.caughtUp();
}

const notFound = { code: 'NOT_FOUND' };
const handling = () =>
  handlingOf(triage.service, { petition: DENOUNCED, unit: 'HQ-SM', keptSince: '2026-11-18' });
const page = (actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(DENOUNCED, actor));

describe('T29: a denounced head who makes the only classifier his deputy', () => {
  it('finds that the unit above handles the denunciation, from that moment on', async () => {
    expect(await handling()).toEqual({ unit: 'HQ-SM', by: 'classifiers', people: ['giang'] });
    await expect(classify(khanh)).rejects.toMatchObject(notFound);
    await triage.knows([deputy('giang', 'hq-sm.binh', TODAY, '9999-12-31')]);
    expect(await handling()).toEqual({ unit: 'KV-MH', by: 'classifiers', people: ['khanh'] });
    expect((await page(khanh)).handling).toMatchObject({
      unit: { id: 'KV-MH' },
      isMine: true,
      hasMoved: true,
    });
    await expect(classify(giang)).rejects.toMatchObject(notFound);
    for (const actor of [ha, act('an', 'head', 'CHQ'), act('nam', 'head', 'HQ-DG')])
      await expect(classify(actor)).rejects.toMatchObject(notFound);
  });

  it('is told to those above in the history and their lists, once', async () => {
    const watcher = new HandlingWatcher(triage.service);
    for (const _ of [1, 2]) await watcher.tick();
    await triage.caughtUp();
    const [, told, ...more] = await triage.events(`triage.petition-${DENOUNCED}`);
    expect(told?.event).toEqual({
      type: 'HandlingMoved',
      data: { to: 'KV-MH', by: 'classifiers', why: 'NOBODY_LEFT' },
    });
    expect(more).toEqual([]);
    const { items } = await new TriageWorklistHandler(triage.service).execute(
      new TriageWorklistQuery({ view: 'open', limit: 20 }, khanh),
    );
    expect(items.find(({ number }) => number === DENOUNCED)?.stateText.en).toBe(
      'Passed up to KV-MH',
    );
    expect((await triage.events(`triage.petition-${COMPLAINT}`)).length).toBe(1);
  });

  it('moves no complaint with it', async () => {
    await expect(classify(khanh, COMPLAINT)).rejects.toMatchObject(notFound);
  });

  it('leaves it to the auditors where nobody above may either', async () => {
    const acted = (id: string) => deputy(id, 'hq-sm.binh', '2026-01-01', '2026-02-01');
    await triage.knows([acted('khanh'), acted('an')]);
    expect(await handling()).toEqual({ unit: 'CHQ', by: 'auditors', people: ['ha'] });
    await classify(ha);
    const last = (await triage.events(`triage.petition-${DENOUNCED}`)).at(-1);
    expect(last).toMatchObject({ event: { type: 'PetitionClassified' }, metadata: { actor: ha } });
  });

  it('lets an auditor take back what they proposed in their turn', async () => {
    const proposal = { kind: 'complaint', reason: 'Nhầm' } as const;
    await ask(triage.service, classification, DENOUNCED, proposal, askedBy(ha));
    await ask(triage.service, declination, DENOUNCED, { note: 'Rút lại' }, askedBy(ha));
    await triage.caughtUp();
    const last = (await triage.events(`triage.petition-${DENOUNCED}`)).at(-1);
    expect(last).toMatchObject({ event: { type: 'ReclassificationDeclined' } });
  });

  it('says in the list that nobody may, where not even an auditor is left', async () => {
    const people = [{ tag: await triage.service.shield.tagOf('ha'), on: TODAY }];
    const about = { respondentUnit: 'HQ-SM', respondents: { units: [], people } };
    await tell(NOBODYS, { ...received, ...about, declaredKind: 'denunciation', gist: null });
    await triage.caughtUp();
    await new HandlingWatcher(triage.service).tick();
    await triage.caughtUp();
    expect((await triage.events(`triage.petition-${NOBODYS}`)).at(-1)?.event).toMatchObject({
      type: 'HandlingMoved',
      data: { to: null },
    });
    const officer = act('p1', 'denunciation-officer', 'CHQ');
    const { items } = await new TriageWorklistHandler(triage.service).execute(
      new TriageWorklistQuery({ view: 'open', limit: 20 }, officer),
    );
    expect(items.find(({ number }) => number === NOBODYS)?.stateText.en).toBe(
      'Nobody may handle it: tell an administrator',
    );
  });

  it('raises an alarm for administrators then, and for no auditor whom it may be about', async () => {
    const listed = async (actor: Actor) =>
      (await new AlarmsController(triage.service).list({ limit: 50 }, actor)).items;
    expect(await listed(act('quan', 'administrator', 'CHQ'))).toMatchObject([
      { alarm: 'nobody-handles', person: null, by: null, unit: { id: 'HQ-SM' } },
    ]);
    expect(await listed(ha)).toEqual([]);
  });

  it('leaves it to an officer for denunciations, once there is one whom it is not about', async () => {
    await triage.knows([post('p1', 'KV-MH', ['denunciation-officer'])]);
    const officer = act('p1', 'denunciation-officer', 'KV-MH');
    const found = await handlingOf(triage.service, {
      petition: NOBODYS,
      unit: 'HQ-SM',
      keptSince: '2026-11-18',
    });
    expect(found).toEqual({ unit: 'KV-MH', by: 'officers', people: ['p1'] });
    await expect(classify(officer, DENOUNCED)).rejects.toMatchObject(notFound);
    await classify(officer, NOBODYS);
    await new HandlingWatcher(triage.service).tick();
    const told = (await triage.events(`triage.petition-${NOBODYS}`)).map(({ event }) => event);
    expect(told.at(-1)).toMatchObject({ data: { to: 'KV-MH', by: 'officers' } });
  });
});

const POSTS: readonly (readonly [string, string, Role])[] = [
  ['hq-sm.binh', 'HQ-SM', 'head'],
  ['hq-sm.vice', 'HQ-SM', 'head'],
  ['hq-sm.giang', 'HQ-SM', 'classifier'],
  ['kv-mh.khanh', 'KV-MH', 'head'],
  ['kv-mh.one', 'KV-MH', 'classifier'],
  ['chq.an', 'CHQ', 'head'],
];
const PEOPLE = ['binh', 'cuc', 'giang', 'khanh', 'an', 'p1', 'p2', 'p3', 'p4'];
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-11-${String(d).padStart(2, '0')}`);
const entry: fc.Arbitrary<DirectoryEntryV1> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...POSTS), fc.constantFrom(...PEOPLE), day)
    .map(([[id, unit, role], who, from]) => post(who, unit, [role], { id, from })),
  fc
    .tuple(fc.constantFrom(...POSTS), fc.constantFrom(...PEOPLE), day, day)
    .map(([[id], who, one, other]) =>
      deputy(who, id, ...([one, other].toSorted() as [string, string])),
    ),
);

it('T29: whatever posts and deputies follow, no respondent reads it, and somebody handles it', async () => {
  const { service } = triage;
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
      await triage.knows(entries);
      const found = await handling();
      expect(found?.people.length).toBeGreaterThan(0);
      for (const who of [...PEOPLE, 'ha']) {
        const posts = await service.organisation.postsOf(who);
        const heads = posts.some(({ unit, roles }) => unit === 'HQ-SM' && roles.includes('head'));
        const isRespondent = heads || (await service.shield.isRespondent(who, DENOUNCED));
        if (isRespondent) expect(found?.people).not.toContain(who);
        for (const { unit, roles } of posts) {
          const reading = loadPetition(
            service,
            DENOUNCED,
            'petition.read',
            act(who, roles[0]!, unit),
          ).then(
            () => true,
            () => false,
          );
          if (isRespondent) expect([who, await reading]).toEqual([who, false]);
          else if (found?.people.includes(who) && found.unit === unit)
            expect([who, await reading]).toEqual([who, true]);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
