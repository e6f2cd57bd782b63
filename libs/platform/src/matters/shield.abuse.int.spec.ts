import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PostEntry } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import { askedBy } from '../specs/asked-by.ts';
import { demoDecider, demoService, open } from '../specs/demo-service.ts';
import { deputy, organisation, person, post } from '../specs/organisation.ts';
import { queriesOf } from '../specs/queries-of.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { MatterStreamRow } from './matter.entities.ts';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let running: TestService;
let opened = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: '2026-11-20T02:00:00.000Z',
  });
  await running.knows(organisation);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const today = () => localDate(running.clock.now());

/** A petition of HQ-SM that this service shows. */
async function petition(): Promise<string> {
  const number = `D26-${String(++opened).padStart(8, '0')}-0`;
  await running.service.run({
    decider: demoDecider,
    stream: `demo.petition-${number}`,
    command: open({ unit: 'HQ-SM' }),
    context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
  });
  await running.caughtUp();
  return number;
}

const denounced = (number: string, named: object) =>
  running.neighbours.writes(`triage.petition-${number}`, 'PetitionClassified', {
    kind: 'denunciation',
    before: 'complaint',
    reason: null,
    ...named,
  });

/** By page or by list; from the unit that received it, and from above. */
async function isShown(number: string, who: string): Promise<boolean> {
  const { matters, shield, rights } = running.service;
  const pages = await Promise.all(
    ['HQ-SM', 'KV-MH'].map((unit) =>
      matters.streamsOf(number, 'petition.read', { person: who, unit }).then(
        () => true,
        () => false,
      ),
    ),
  );
  const kept = await shield.forLists(who);
  const rows = await rights.dataSource
    .getRepository(MatterStreamRow)
    .createQueryBuilder('row')
    .where('row.matter = :number', { number })
    .andWhere(kept.admits('row.stream'), kept.parameters)
    .getCount();
  const shown = new Set([...pages, rows > 0]);
  expect([number, who, [...shown]]).toEqual([number, who, [rows > 0]]);
  return rows > 0;
}

describe('T27: the shield', () => {
  it('is in force with the event that names somebody, on pages and in lists, without a message', async () => {
    for (let i = 0; i < 10; i++) {
      const number = await petition();
      expect(await isShown(number, 'binh')).toBe(true);
      await denounced(number, { respondentUnit: 'HQ-SM' });
      expect(await isShown(number, 'binh')).toBe(false);
      expect(await isShown(number, 'khanh')).toBe(true);
    }
  });

  it('stands before the heads of the unit that received it while nobody is named', async () => {
    const number = await petition();
    await denounced(number, {});
    expect(await isShown(number, 'binh')).toBe(false);
    expect(await isShown(number, 'hung')).toBe(true);
    expect(await running.service.shield.respondentsOf(number)).toEqual(['binh']);
  });

  it('stays before them when somebody names another unit later, in the order of the log', async () => {
    const elsewhere = { respondentUnit: 'HQ-DG' };
    for (const type of ['RespondentsCorrected', 'PetitionClassified']) {
      const number = await petition();
      await denounced(number, {});
      await running.neighbours.writes(`triage.petition-${number}`, type, elsewhere);
      expect(await isShown(number, 'binh')).toBe(false);
      expect(await isShown(number, 'khanh')).toBe(true);
    }
    const complaint = await petition();
    const taken = { kind: 'complaint', respondentUnit: null };
    await running.neighbours.writes(`triage.petition-${complaint}`, 'PetitionTaken', taken);
    await denounced(complaint, elsewhere);
    await running.caughtUp();
    expect(await isShown(complaint, 'binh')).toBe(true);
  });

  it('stands before a person who is named, whatever their post', async () => {
    const tag = await running.service.shield.tagOf('hung');
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    const number = await petition();
    await denounced(number, { respondents });
    expect(await isShown(number, 'hung')).toBe(false);
    expect(await isShown(number, 'binh')).toBe(true);
  });

  it('stands before everybody where an event names more than any command does', async () => {
    const { shield, organisation: org } = running.service;
    const units = Array.from({ length: 51 }, (_, i) => `HQ-${i}`);
    const people = units.map((tag) => ({ tag, on: '2026-11-02' }));
    for (const respondents of [
      { units, people: [] },
      { units: [], people },
    ]) {
      const number = await petition();
      await denounced(number, { respondentUnit: 'HQ-DG', respondents });
      for (const who of ['binh', 'khanh', 'hung']) expect(await isShown(number, who)).toBe(false);
      expect((await shield.respondentsOf(number)).sort()).toEqual(await org.people());
    }
  });

  it('stands before their deputies, appointed since, in that post and in no other', async () => {
    const { shield, organisation: org, matters } = running.service;
    const tag = await shield.tagOf('khanh');
    const number = await petition();
    const named = {
      respondentUnit: 'HQ-DG',
      respondents: { units: [], people: [{ tag, on: today() }] },
    };
    await denounced(number, named);
    await running.knows([deputy('hung', 'kv-mh.khanh', today(), today())]);
    const shown = async (asker: { person: string; deputyFor?: string }, unit: string) => {
      const page = matters.streamsOf(number, 'petition.read', { ...asker, unit }).then(
        () => true,
        () => false,
      );
      const kept = await shield.forLists(asker);
      const rows = await running.service.rights.dataSource
        .getRepository(MatterStreamRow)
        .createQueryBuilder('row')
        .where('row.matter = :number', { number })
        .andWhere(kept.admits('row.stream'), kept.parameters)
        .getCount();
      return [await page, rows > 0];
    };
    expect(await shown({ person: 'hung', deputyFor: 'khanh' }, 'KV-MH')).toEqual([false, false]);
    expect(await shown({ person: 'hung' }, 'HQ-SM')).toEqual([true, true]);
    const kept = await shield.respondentsOf(number);
    expect(await org.nearestWith('KV-MH', ['head'], kept)).toEqual({ unit: 'CHQ', people: ['an'] });
    expect(await org.superiorOf('HQ-SM', kept)).toEqual({ person: 'an', unit: 'CHQ' });
    expect(await org.holds('hung', 'head', 'KV-MH', today(), kept)).toBe(false);
    await running.knows([deputy('hung', 'kv-mh.khanh', today(), today(), true)]);
  });

  it('stands before whom one person only proposes to name, and stays where it is declined', async () => {
    const number = await petition();
    await denounced(number, { respondentUnit: 'HQ-DG' });
    const stream = `triage.petition-${number}`;
    const proposed = { kind: 'complaint', respondentUnit: 'HQ-SM' };
    expect(await isShown(number, 'binh')).toBe(true);
    await running.neighbours.writes(stream, 'ReclassificationProposed', { proposed, reason: 'x' });
    expect(await isShown(number, 'binh')).toBe(false);
    const declined = { proposed: { kind: 'complaint' }, note: 'Vẫn là tố cáo' };
    await running.neighbours.writes(stream, 'ReclassificationDeclined', declined);
    expect(await isShown(number, 'binh')).toBe(false);
    const confirmed = { ...proposed, before: 'denunciation' };
    await running.neighbours.writes(stream, 'PetitionClassified', confirmed);
    expect(await isShown(number, 'binh')).toBe(false);
  });

  it('falls with no correction and no other classification', async () => {
    const number = await petition();
    await denounced(number, { respondentUnit: 'HQ-SM' });
    for (const [type, data] of [
      ['RespondentsCorrected', { respondentUnit: 'HQ-DG' }],
      ['RespondentsCorrected', { respondentUnit: null }],
      ['PetitionClassified', { kind: 'complaint', before: 'denunciation' }],
    ] as const) {
      await running.neighbours.writes(`triage.petition-${number}`, type, data);
      expect(await isShown(number, 'binh')).toBe(false);
    }
  });

  it('leaves a complaint to the head whom it is about', async () => {
    const number = await petition();
    const complaint = { kind: 'complaint', before: 'complaint', respondentUnit: 'HQ-SM' };
    const stream = `triage.petition-${number}`;
    await running.neighbours.writes(stream, 'PetitionClassified', complaint);
    expect(await isShown(number, 'binh')).toBe(true);
  });
});

describe('T26: a long story of a petition, written by another service', () => {
  const story = async (number: string, events: number) => {
    for (let i = 0; i < events; i += 1) await denounced(number, { respondentUnit: 'HQ-SM' });
  };
  /** How many events of the log one look reads. */
  async function readBy<T>(look: () => Promise<T>): Promise<[events: number, answer: T]> {
    const { store } = running.service.infrastructure;
    const whole = store.readStream.bind(store);
    let events = 0;
    const spied = jest.spyOn(store, 'readStream').mockImplementation(async function* (...asked) {
      for await (const each of whole(...asked)) {
        events += 1;
        yield each;
      }
    });
    const answer = await look();
    spied.mockRestore();
    return [events, answer];
  }

  it('is read once: each look reads what its row does not hold yet, and knows all of it', async () => {
    const { shield } = running.service;
    const number = await petition();
    await story(number, 5);
    await running.caughtUp();
    const [none, before] = await readBy(() => shield.protectionOf(number));
    expect(none).toBe(0);
    expect(before).toMatchObject({ decidedUpTo: 4, about: ['HQ-SM'] });
    await denounced(number, {
      respondentUnit: null,
      respondents: { units: ['HQ-DG'], people: [] },
    });
    const [some, after] = await readBy(() => shield.protectionOf(number));
    expect(some).toBeLessThanOrEqual(1);
    expect(after).toMatchObject({ decidedUpTo: 5, about: [], everUnits: ['HQ-SM', 'HQ-DG'] });
  });
});

describe('T30: what is hidden and what is unknown', () => {
  const UNKNOWN = 'D26-99999999-0';
  const outsider = { person: 'hung', unit: 'HQ-DG' };
  const respondent = { person: 'binh', unit: 'HQ-SM' };

  it.each([
    ['one of another unit', outsider, async () => petition()],
    [
      'one whom it is about',
      respondent,
      async () => {
        const number = await petition();
        await denounced(number, { respondentUnit: 'HQ-SM' });
        await running.caughtUp();
        return number;
      },
    ],
  ])('are not found by the same queries: %s', async (_, asker, hide) => {
    const { matters } = running.service;
    const hidden = await hide();
    const asks = (look: () => Promise<unknown>) =>
      queriesOf(running.service, () => expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' }));
    const streamOf = (number: string) => `demo.petition-${number}`;
    for (const look of [
      (number: string) => matters.streamsOf(number, 'petition.read', asker),
      (number: string) => matters.assertReach(streamOf(number), 'petition.read', asker),
    ]) {
      // What is remembered from then on is remembered for both.
      await asks(() => look(UNKNOWN));
      const unknown = await asks(() => look(UNKNOWN));
      expect(unknown.length).toBeGreaterThan(0);
      expect(await asks(() => look(hidden))).toEqual(unknown);
    }
  });
});

describe('T29: who headed a unit once', () => {
  const head = (who: string, over: Partial<PostEntry> = {}) =>
    post(who, 'HQ-SM', ['head'], { id: `vice.${who}`, ...over });

  it.each([
    ['of another unit', (who: string) => head(who, { unit: 'HQ-DG' })],
    ['from a later day on', (who: string) => head(who, { from: '2099-01-01' })],
    ['without its duty', (who: string) => head(who, { roles: ['verifier'] })],
    ['of somebody else', (who: string) => head(who, { person: 'phuc' })],
  ])('stays kept out when their post is recorded again, as one %s', async (of, again) => {
    const who = `vice-${of.length}`;
    await running.knows([person(who), head(who)]);
    const number = await petition();
    await denounced(number, { respondentUnit: 'HQ-SM' });
    expect(await isShown(number, who)).toBe(false);
    await running.knows([again(who)]);
    expect(await isShown(number, who)).toBe(false);
    expect(await running.service.shield.respondentsOf(number)).toContain(who);
  });

  it('stays kept out when their deputation is taken back on its first day, or given to another', async () => {
    const acting = deputy('acted', 'hq-sm.binh', today(), '2026-12-01');
    await running.knows([person('acted'), acting]);
    const number = await petition();
    await denounced(number, { respondentUnit: 'HQ-SM' });
    for (const later of [{ revoked: true }, { deputy: 'phuc' }, { post: 'kv-mh.khanh' }]) {
      await running.knows([{ ...acting, ...later }]);
      expect(await isShown(number, 'acted')).toBe(false);
    }
  });

  it('stands in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(running.service);
  });
});

describe('T29: whatever posts and deputations come', () => {
  const PEOPLE = ['mot', 'hai', 'ba'];
  const move = fc.record({
    who: fc.constantFrom(...PEOPLE),
    where: fc.constantFrom('HQ-SM', 'HQ-DG', 'KV-MH'),
    as: fc.constantFrom('head', 'verifier', 'auditor', 'deputy' as const),
    days: fc.integer({ min: 0, max: 40 }),
  });

  it('a respondent never reads it: neither who heads the unit, nor who once did', async () => {
    await running.knows(PEOPLE.map((id) => person(id)));
    let posts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 5 }), async (moves) => {
        const number = await petition();
        await denounced(number, { respondentUnit: 'HQ-SM' });
        const heads = new Set(['binh']);
        for (const { who, where, as, days } of moves) {
          running.clock.set(new Date(running.clock.now().getTime() + days * DAY_MS));
          const until = localDate(new Date(running.clock.now().getTime() + 5 * DAY_MS));
          const id = `${where.toLowerCase()}.${who}.${++posts}`;
          await running.knows([
            as === 'deputy'
              ? deputy(who, `${where.toLowerCase()}.binh`, today(), until)
              : post(who, where, [as], { id, from: today(), to: until }),
          ]);
          for (const each of PEOPLE)
            if (await running.service.organisation.holds(each, 'head', 'HQ-SM')) heads.add(each);
          for (const each of heads) expect(await isShown(number, each)).toBe(false);
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
