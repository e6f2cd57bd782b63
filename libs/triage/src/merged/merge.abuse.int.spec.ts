import { INTAKE_TOPIC, MERGED_A_DAY, type Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { alarmsController } from '@minh-bach/platform';
import { ask, askedBy, expectRebuildsEqualLive } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptance, confirmation, classification, correction } from '../commands/index.ts';
import { REGISTERED_AT, giang, khanh } from '../triage.fixture.ts';
import { Merging, binh, nam, oanh, reason } from './merging.fixture.ts';

const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});
const UNKNOWN = { code: 'MERGE_TARGET_UNKNOWN' };
const HIDDEN = { declaredKind: 'denunciation', gist: null } as const;
const pair = async () => [await office.petition(), await office.petition()] as const;

describe('a petition that was sent twice', () => {
  it('is merged and taken out again by who decides on it, and both pages say so', async () => {
    const [one, other, third] = [await office.petition(), ...(await pair())];
    await office.merge(one, other.toLowerCase());
    await office.merge(third, other);
    expect(await office.page(one)).toMatchObject({
      outcome: 'merged',
      stateText: { vi: 'Đã nhập vào đơn khác' },
      clocks: [],
      merged: { into: other, from: [] },
    });
    expect((await office.page(other)).merged).toEqual({ into: null, from: [one, third] });
    expect(await office.historyOf(one)).not.toContain(other);
    const left = await office.open(giang);
    expect([left.includes(one), left.includes(other)]).toEqual([false, true]);

    await office.unmerge(third);
    expect(await office.page(third)).toMatchObject({ state: 'taken', merged: { into: null } });
    expect((await office.page(third)).clocks).toHaveLength(2);
    expect((await office.page(other)).merged.from).toEqual([one]);
    expect(await office.open(giang)).toContain(third);
  });

  it('goes into none of another unit, into none that there is not, and no circle', async () => {
    const [one, other, foreign] = [...(await pair()), await office.petition({ unit: 'HQ-DG' })];
    for (const into of [foreign, 'D26-99999999-0', 'không phải số'])
      await expect(office.merge(one, into)).rejects.toMatchObject(UNKNOWN);
    await expect(office.merge(one, other, nam)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office.merge(one, one)).rejects.toMatchObject({ code: 'MERGE_INTO_ITSELF' });
    await office.merge(one, other);
    await expect(office.merge(other, one)).rejects.toMatchObject({ code: 'MERGE_HOLDS_OTHERS' });
    const third = await office.petition();
    await expect(office.merge(third, one)).rejects.toMatchObject({ code: 'MERGE_TARGET_SETTLED' });
    await expectRebuildsEqualLive(office.triage.service);
  });

  it('leaves both as they were, or one of them done, where two merges cross', async () => {
    for (let n = 0; n < 5; n += 1) {
      const [one, other] = await pair();
      await Promise.allSettled([office.merge(one, other), office.merge(other, one)]);
      const intos = await Promise.all([one, other].map(async (n) => (await office.page(n)).merged));
      expect(intos.filter(({ into }) => into !== null).length).toBeLessThan(2);
    }
  });
});

describe('T1, T9: what merging would steer', () => {
  it.each([
    ['of another sender', {}, { sender: { name: 'n', phone: 'q' } }, 'MERGE_SENDERS_DIFFER'],
    ['of a sender not known', { sender: {} }, { sender: {} }, 'MERGE_SENDERS_DIFFER'],
    ['received later', {}, { receivedOn: '2026-11-19' }, 'MERGE_INTO_LATER'],
    ['about another unit', {}, { respondentUnit: 'KV-MH' }, 'MERGE_RESPONDENTS_DIFFER'],
    ['of another kind', {}, { declaredKind: 'feedback' }, 'MERGE_KIND_DIFFERS'],
    ['overdue', { receivedOn: '2026-11-02' }, { receivedOn: '2026-11-02' }, 'MERGE_OVERDUE'],
  ] as const)('is refused: %s', async (_, first, second, code) => {
    const [one, other] = [await office.petition(first), await office.petition(second)];
    await expect(office.merge(one, other)).rejects.toMatchObject({ code });
    const events = await office.triage.events(`triage.petition-${other}`);
    expect(events.map(({ event }) => event.type)).not.toContain('DuplicateTakenIn');
  });

  it('is refused: one that names somebody more', async () => {
    const tag = await office.triage.service.shield.tagOf('hung');
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    const [one, other] = [await office.petition({ respondents }), await office.petition()];
    await expect(office.merge(one, other)).rejects.toMatchObject({
      code: 'MERGE_RESPONDENTS_DIFFER',
    });
    const back = office.merge(other, one);
    await expect(back).rejects.toMatchObject({ code: 'MERGE_RESPONDENTS_DIFFER' });
  });

  it('is refused: into what was accepted or settled', async () => {
    const [one, other] = await pair();
    await office.classify(other);
    const accepted = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: 'x' };
    await ask(office.triage.service, acceptance, other, accepted as never, askedBy(giang));
    await expect(office.merge(one, other)).rejects.toMatchObject({ code: 'MERGE_TARGET_SETTLED' });
  });

  it('is refused to those above, and to the head whom it names', async () => {
    const [one, other] = await pair();
    for (const actor of [oanh, khanh])
      await expect(office.merge(one, other, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const tag = await office.triage.service.shield.tagOf('binh');
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    const about = [
      await office.petition({ respondents }),
      await office.petition({ respondents }),
    ] as const;
    await expect(office.merge(...about, binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused to who may be given the case to verify: they learn of no sender', async () => {
    const lan: Actor = { person: 'lan', role: 'classifier', unit: 'HQ-SM' };
    const others = [
      await office.petition({ sender: { name: 'x', phone: 'y' } }),
      ...(await pair()),
    ];
    for (const into of others.slice(0, 2))
      await expect(office.merge(others[2]!, into, lan)).rejects.toMatchObject({
        code: 'MERGE_BY_VERIFIER',
      });
  });

  it('ends as soon as the two are not any more what was compared', async () => {
    const service = office.triage.service;
    const [one, two, three] = [
      await office.petition(),
      await office.petition(),
      await office.petition(),
    ];
    const into = await office.petition();
    for (const each of [one, two, three]) await office.merge(each, into);
    const named = { respondentUnit: 'HQ-SM', respondents: { units: [], people: [] }, reason };
    const people = [{ person: 'cuc', on: '2026-11-02' }];
    const body = { ...named, respondents: { units: [], people } };
    await ask(service, correction, one, body, askedBy(giang));
    expect(await office.page(one)).toMatchObject({ state: 'taken', merged: { into: null } });
    const told = async (petition: string, receivedOn: string, events: number) => {
      const data = { petition, receivedOn };
      await office.triage.neighbours.tell(INTAKE_TOPIC, petition, 'ReceiptDateCorrected', data);
      await office.triage.heard(`triage.petition-${petition}`, events);
    };
    await told(two, '2026-11-17', 4);
    expect(await office.page(two)).toMatchObject({ state: 'taken', receivedOn: '2026-11-17' });
    expect((await office.page(two)).clocks).toHaveLength(2);
    await told(into, '2026-11-19', 9);
    await office.triage.heard(`triage.petition-${three}`, 3);
    expect(await office.page(three)).toMatchObject({ state: 'taken', merged: { into: null } });
    await office.triage.heard(`triage.petition-${into}`, 10);
    await office.merge(into, three);
  });

  it('keeps the one that holds another from being called another kind', async () => {
    const [one, other] = await pair();
    await office.merge(one, other);
    const body = { kind: 'feedback', reason: 'Phản ánh' } as const;
    await expect(
      ask(office.triage.service, classification, other, body, askedBy(giang)),
    ).rejects.toMatchObject({ code: 'MERGE_HOLDS_OTHERS' });
  });

  it('is an alarm where one person merges many in a day', async () => {
    const alarms = async (): Promise<number> => {
      const controller = new (alarmsController('triage'))(office.triage.service);
      const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
      const { items }: Alarms = await controller.list({ limit: 50 }, ha);
      return items.filter(({ alarm, person }) => alarm === 'many-merged' && person?.id === 'binh')
        .length;
    };
    const into = await office.petition({ respondentUnit: 'HQ-DG' });
    for (let n = 0; n <= MERGED_A_DAY; n += 1) {
      expect(await alarms()).toBe(0);
      await office.merge(await office.petition({ respondentUnit: 'HQ-DG' }), into, binh);
    }
    expect(await alarms()).toBe(1);
  }, 60_000);
});

describe('Luật Tố cáo Đ.56: what is or was a denunciation', () => {
  it('is answered to who may not see it as one that there is not', async () => {
    const hidden = await office.petition(HIDDEN);
    const one = await office.petition();
    await expect(office.merge(one, hidden, binh)).rejects.toMatchObject(UNKNOWN);
    await expect(office.merge(one, hidden)).rejects.toMatchObject({ code: 'MERGE_DENUNCIATION' });
  });

  it('is not merged, nor anything into it, also when it is called a complaint again', async () => {
    const service = office.triage.service;
    const [once, other] = [await office.petition(HIDDEN), await office.petition()];
    const body = { kind: 'complaint', reason: 'Không tố cáo ai' } as const;
    await ask(service, classification, once, body, askedBy(giang));
    await ask(service, confirmation, once, { note: null }, askedBy(khanh));
    await office.classify(other);
    for (const [from, into] of [
      [once, other],
      [other, once],
    ] as const)
      await expect(office.merge(from, into)).rejects.toMatchObject({ code: 'MERGE_DENUNCIATION' });
    expect((await office.page(other, binh)).revision).toBe(1);
  });
});
