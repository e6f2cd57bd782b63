import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import type { EventOf } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  open,
  type DemoEvent,
  type noted,
} from '../specs/demo-service.ts';
import { deputy, person, post, unit } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { readNotices, readNoticeUnits } from './read-notices.ts';

const START = new Date('2026-11-20T02:00:00.000Z');
/** Noticed on 28 November in Việt Nam. */
const END = '2026-11-27T17:00:00.000Z';
const DAY = '2026-11-28';

let database: TestDatabase;
let running: TestService;
let opened = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { databaseUrl: database.url, now: START.toISOString() };
  running = await startTestService(demoService, options);
  await running.knows([
    unit('CHQ', null, 'tong_cuc'),
    person('an'),
    person('thay'),
    post('an', 'CHQ', ['head']),
  ]);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

/** A region with its head, and one post below whose matters run late; ids end with `name`. */
const region = (name: string, ...more: DirectoryEntryV1[]): DirectoryEntryV1[] => [
  unit(`KV-${name.toUpperCase()}`, 'CHQ', 'cuc'),
  unit(`HQ-${name.toUpperCase()}`, `KV-${name.toUpperCase()}`),
  person(`truong-${name}`),
  person(`pho-${name}`),
  post(`truong-${name}`, `KV-${name.toUpperCase()}`, ['head'], { id: `truong.${name}` }),
  ...more,
];

/** Whom a breach in a unit is told to. */
async function toldOf(where: string, rule = 'R1', about: { denounced?: string } = {}) {
  running.clock.set(START);
  const number = `D26-${String(++opened).padStart(8, '0')}-0`;
  const stream = `demo.petition-${number}`;
  await running.service.run({
    decider: demoDecider,
    stream,
    command: open({
      unit: where,
      clocksStarted: [demoClock(rule, END)],
      ...(about.denounced === undefined
        ? {}
        : { kind: 'denunciation', respondentUnit: about.denounced }),
    }),
    context: askedBy({ person: 'dung', role: 'receiver', unit: where }),
  });
  await running.caughtUp();
  running.clock.set(new Date(END));
  await running.service.noticeBreaches();
  await running.caughtUp();
  const events = await running.events<DemoEvent>(stream);
  const [breach] = events.flatMap(({ event }) =>
    event.type === 'DeadlineBreached' ? [event.data] : [],
  );
  return { number, told: breach?.told };
}

const noticesOf = (who: string, limit = 25, cursor?: string) =>
  readNotices(running.service, who, { limit, ...(cursor === undefined ? {} : { cursor }) });
const numbersOf = async (who: string) => (await noticesOf(who)).items.map(({ matter }) => matter);

describe('a breach is told to who acts as head above, that day', () => {
  it('the deputy of that day, and the holder for whom he acts reads it, too', async () => {
    await running.knows(region('a', deputy('pho-a', 'truong.a', DAY, DAY)));
    const { number, told } = await toldOf('HQ-A');
    expect(told).toEqual({ person: 'pho-a', unit: 'KV-A', deputyFor: 'truong-a' });
    expect(await noticesOf('pho-a')).toMatchObject({
      total: 1,
      items: [
        {
          matter: number,
          unit: { id: 'HQ-A' },
          deputyFor: { id: 'truong-a', name: 'Người truong-a' },
        },
      ],
    });
    expect(await numbersOf('truong-a')).toEqual([number]);
    expect(await numbersOf('an')).toEqual([]);
  });
  it('the holder alone, once the deputation is over or taken back', async () => {
    await running.knows(region('k', deputy('pho-k', 'truong.k', DAY, DAY)));
    const { number } = await toldOf('HQ-K');
    expect(await numbersOf('pho-k')).toEqual([number]);
    running.clock.set(new Date('2026-11-28T17:00:00.000Z'));
    expect(await numbersOf('pho-k')).toEqual([]);
    running.clock.set(new Date(END));
    await running.knows([deputy('pho-k', 'truong.k', DAY, DAY, true)]);
    expect(await noticesOf('pho-k')).toMatchObject({ total: 0, items: [] });
    expect(await numbersOf('truong-k')).toEqual([number]);
  });
  it('the holder, when a deputy’s time is over, to come, or was taken back', async () => {
    await running.knows(
      region(
        'b',
        deputy('pho-b', 'truong.b', '2026-11-20', '2026-11-27'),
        { ...deputy('pho-b', 'truong.b', '2026-11-29', '2026-11-30'), id: 'truong.b.to-come' },
        { ...deputy('thay', 'truong.b', '2026-11-20', '2026-11-30', true), id: 'truong.b.back' },
      ),
    );
    expect((await toldOf('HQ-B')).told).toEqual({ person: 'truong-b', unit: 'KV-B' });
    expect(await numbersOf('pho-b')).toEqual([]);
  });
  it('the deputy of a holder who has left', async () => {
    const left = person('truong-c', { active: false });
    await running.knows(region('c', left, deputy('pho-c', 'truong.c', DAY, DAY)));
    expect((await toldOf('HQ-C')).told).toMatchObject({ person: 'pho-c', unit: 'KV-C' });
  });
  it('the next one up, when neither holder nor deputy is there', async () => {
    const gone = [
      person('truong-d', { active: false }),
      person('pho-d', { active: false }),
      deputy('pho-d', 'truong.d', DAY, DAY),
    ];
    await running.knows(region('d', ...gone));
    expect((await toldOf('HQ-D')).told).toEqual({ person: 'an', unit: 'CHQ' });
  });
  it('the new head after a change, not the deputy head who has been there longer', async () => {
    const change = [
      post('pho-e', 'KV-E', ['head'], { id: 'z-pho.e' }),
      post('thay', 'KV-E', ['head'], { id: 'truong.e', from: '2026-11-25' }),
    ];
    await running.knows(region('e', ...change));
    expect((await toldOf('HQ-E')).told).toEqual({ person: 'thay', unit: 'KV-E' });
  });
  it('the unit’s own head, where nobody stands above', async () => {
    expect((await toldOf('CHQ')).told).toEqual({ person: 'an', unit: 'CHQ' });
  });
});

describe('a breach about a denunciation', () => {
  it('is nothing to the head of the denounced unit, nor to who deputises for him', async () => {
    await running.knows(region('h', deputy('pho-h', 'truong.h', '2026-11-20', '2026-11-30')));
    const { number, told } = await toldOf('HQ-H', 'R1', { denounced: 'KV-H' });
    expect(told).toEqual({ person: 'an', unit: 'CHQ' });
    expect(await numbersOf('an')).toContain(number);
    for (const person_ of ['truong-h', 'pho-h']) expect(await numbersOf(person_)).toEqual([]);
  });
  it('is told as any other when another unit is denounced', async () => {
    await running.knows(region('i'));
    const { told } = await toldOf('HQ-I', 'R1', { denounced: 'HQ-I' });
    expect(told).toEqual({ person: 'truong-i', unit: 'KV-I' });
  });
  it('waits unread rather than being told to the denounced head of all', async () => {
    const { number, told } = await toldOf('CHQ', 'R1', { denounced: 'CHQ' });
    expect(told).toBeNull();
    expect(await numbersOf('an')).not.toContain(number);
  });
});

describe('a breach of which nobody could be told', () => {
  it('is read by the next head above, or of the unit itself, and by nobody else', async () => {
    await running.knows([unit('LE', null, 'cuc'), unit('HQ-LE', 'LE')]);
    const { number, told } = await toldOf('HQ-LE');
    expect(told).toBeNull();
    expect(await numbersOf('moi')).toEqual([]);
    await running.knows([person('moi'), post('moi', 'LE', ['head'])]);
    expect(await numbersOf('moi')).toEqual([number]);
    for (const other of ['an', 'truong-a', 'pho-a'])
      expect(await numbersOf(other)).not.toContain(number);
  });
});

type DemoNoted = EventOf<typeof noted>['data'];

/** What the clock waited for is done on a day; or it starts anew, by the same or another last day. */
async function changes(number: string, data: Partial<DemoNoted>) {
  await running.service.run({
    decider: demoDecider,
    stream: `demo.petition-${number}`,
    command: { type: 'Note', data: { text: 'Đã làm', ...data } },
    context: askedBy({ person: 'dung', role: 'receiver', unit: 'CHQ' }),
  });
  await running.caughtUp();
}
const doneOf = (who: string) => readNotices(running.service, who, { limit: 25, view: 'done' });

describe('what is done since', () => {
  it('leaves what is late, with the day that the law counts', async () => {
    await running.knows(region('m'));
    const { number } = await toldOf('HQ-M');
    const other = await toldOf('HQ-M');
    await changes(number, { clocksEnded: [{ rule: 'R1', how: 'met', on: '2026-11-30' }] });
    expect(await noticesOf('truong-m')).toMatchObject({
      total: 1,
      items: [{ matter: other.number }],
    });
    expect(await doneOf('truong-m')).toMatchObject({
      total: 1,
      items: [{ matter: number, doneOn: '2026-11-30' }],
    });
  });
  it('leaves it, too, where the clock was given another last day', async () => {
    await running.knows(region('n'));
    const { number } = await toldOf('HQ-N');
    await changes(number, { clocksStarted: [demoClock('R1', '2027-01-05T17:00:00.000Z')] });
    expect(await noticesOf('truong-n')).toMatchObject({ total: 0 });
    expect(await doneOf('truong-n')).toMatchObject({ items: [{ matter: number, doneOn: DAY }] });
  });
  it('is late again with the same clock', async () => {
    await running.knows(region('o'));
    const { number } = await toldOf('HQ-O');
    await changes(number, { clocksEnded: [{ rule: 'R1', how: 'void' }] });
    expect(await noticesOf('truong-o')).toMatchObject({ total: 0 });
    await changes(number, { clocksStarted: [demoClock('R1', END)] });
    expect(await noticesOf('truong-o')).toMatchObject({ total: 1, items: [{ matter: number }] });
  });
});

describe('what is late by unit', () => {
  it('is as much as the list has, of the law apart from targets, the longest first', async () => {
    await running.knows([...region('p'), unit('HQ-P2', 'KV-P')]);
    const { number } = await toldOf('HQ-P');
    await toldOf('HQ-P2');
    await toldOf('HQ-P2');
    const hidden = await toldOf('HQ-P', 'R1', { denounced: 'KV-P' });
    expect(hidden.told).toMatchObject({ person: 'an' });
    const { units } = await readNoticeUnits(running.service, 'truong-p');
    expect(units.map(({ unit: late, legal, count }) => [late?.id, legal, count])).toEqual([
      ['HQ-P', true, 1],
      ['HQ-P2', true, 2],
    ]);
    expect(units[0]?.oldest).toMatchObject({ matter: number, due: END.slice(0, 10) });
    const of = await readNotices(running.service, 'truong-p', { limit: 25, unit: 'HQ-P2' });
    expect(of.total).toBe(2);
  });
});

describe('a head who comes later', () => {
  it('reads what the head before was told of, and what is about themselves not', async () => {
    await running.knows(region('q'));
    const { number } = await toldOf('HQ-Q');
    const about = await toldOf('HQ-Q', 'R1', { denounced: 'HQ-Q' });
    await running.knows([
      person('moi-q'),
      post('moi-q', 'KV-Q', ['head'], { id: 'truong.q', from: DAY }),
      post('moi-q', 'HQ-Q', ['head'], { id: 'cu.q', from: '2025-01-01', to: '2025-12-31' }),
    ]);
    expect(await numbersOf('moi-q')).toEqual([number]);
    expect(await numbersOf('moi-q')).not.toContain(about.number);
  });
});

describe('a notice', () => {
  it('says what the rules make of the breach, with the source, in both languages', async () => {
    await running.knows(region('f'));
    await toldOf('HQ-F', 'KN1.RESOLVE.NORMAL');
    await toldOf('HQ-F', 'XLD.HARD_45');
    await toldOf('HQ-F', 'KN1.SEND');
    const { items } = await noticesOf('truong-f');
    const said = new Map(items.map(({ rule, consequence }) => [rule, consequence]));
    expect(said.get('KN1.RESOLVE.NORMAL')).toEqual({
      text: {
        vi: expect.stringContaining('khiếu nại lần hai'),
        en: expect.stringContaining('second time'),
      },
      law: expect.stringContaining('Luật Khiếu nại 02/2011'),
    });
    expect(said.get('XLD.HARD_45')).toMatchObject({ law: 'NĐ 154/2026 Đ.41 k.3 đ.b' });
    expect(said.get('KN1.SEND')).toBeNull();
  });

  it('names the unit that is late, not that of who is told', async () => {
    await running.knows(region('j'));
    await toldOf('HQ-J');
    const { items } = await noticesOf('truong-j');
    expect(items.map(({ unit: late }) => late?.id)).toEqual(['HQ-J']);
  });

  it('comes by pages, each once, counted on the first', async () => {
    await running.knows(region('g'));
    const late: string[] = [];
    for (const _ of [1, 2, 3, 4, 5]) late.unshift((await toldOf('HQ-G')).number);
    const first = await noticesOf('truong-g', 2);
    const second = await noticesOf('truong-g', 2, first.nextCursor!);
    const third = await noticesOf('truong-g', 2, second.nextCursor!);
    const pages = [first, second, third];
    expect(pages.flatMap(({ items }) => items.map(({ matter }) => matter)).sort()).toEqual(
      late.sort(),
    );
    expect(pages.map(({ total }) => total)).toEqual([5, null, null]);
    expect(third.nextCursor).toBeNull();
  });

  it('says how long it is late by its own clock, and how the day was counted', async () => {
    await running.knows(region('l'));
    await toldOf('HQ-L');
    running.clock.set(new Date('2026-12-02T02:00:00.000Z'));
    const { items } = await noticesOf('truong-l');
    expect(items).toMatchObject([
      {
        late: { vi: 'Quá hạn 3 ngày làm việc', en: '3 working days overdue' },
        law: 'Luật thử',
        counted: { ruleVersion: '1', explanation: { vi: 'Thử', en: 'A try' } },
        doneOn: null,
        line: null,
      },
    ]);
  });

  it('refuses a cursor of another list', async () => {
    await expect(noticesOf('truong-g', 2, 'bogus')).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('stands in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(running.service);
  });
});
