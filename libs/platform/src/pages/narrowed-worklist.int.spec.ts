import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import { demoClock, demoDecider, demoService, open } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { searchWords } from '../rows/search-words.ts';
import { countViews } from './count-worklist.ts';
import { readWorklist } from './read-worklist.ts';
import type { WorklistAsked } from './worklist-list.ts';

let database: TestDatabase;
let running: TestService;
const actor = { person: 'khanh', role: 'head', unit: 'KV-MH' } as const;
/** Friday; two working days on it is Tuesday. */
const NOW = '2026-11-20T02:00:00.000Z';

const ROWS = [
  ['D26-00000001-0', 'HQ-SM', 'Khiếu nại thuế nhập khẩu', '2026-11-16', '2026-11-19T17:00:00.000Z'],
  ['D26-00000002-0', 'HQ-SM', 'Đơn về phí kho bãi', '2026-11-17', '2026-11-24T17:00:00.000Z'],
  ['D26-00000003-0', 'HQ-DG', 'Đơn về thuế', '2026-11-18', '2026-11-25T17:00:00.000Z'],
  ['D26-00000004-0', 'HQ-DG', 'Don ve thue', '2026-11-18', null],
  ['D26-00000005-0', 'HQ-SM', 'Đồn công an', '2026-11-19', null],
] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    { ...demoService, entities: [DemoRow], projections: [demoRowProjection] },
    { databaseUrl: database.url, now: NOW },
  );
  await running.knows(organisation);
  for (const [number, unit, , , due] of ROWS)
    await running.service.run({
      decider: demoDecider,
      stream: `demo.petition-${number}`,
      command: open({ unit, ...(due === null ? {} : { clocksStarted: [demoClock('R1', due)] }) }),
      context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
    });
  await running.caughtUp();
  const rows = running.service.lists.dataSource.getRepository(DemoRow);
  for (const [number, , gist, on] of ROWS)
    await rows.update({ number }, { gist, on, words: searchWords([number], gist) });
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const ask = async (asked: Partial<WorklistAsked>, by: typeof actor | { unit: string } = actor) => {
  const request = { view: 'all', limit: 10, ...asked };
  return readWorklist(running.service, demoList, request, { ...actor, ...by });
};
const found = async (asked: Partial<WorklistAsked>, unit = 'KV-MH') => {
  const { rows } = await ask(asked, { unit });
  return rows.map(({ number }) => Number(number.slice(4, 12)));
};

describe('a worklist is narrowed', () => {
  it.each<[string, Partial<WorklistAsked>, number[]]>([
    ['to a unit', { unit: 'HQ-DG' }, [3, 4]],
    ['to what is overdue', { due: 'overdue' }, [1]],
    ['to what is due soon, to the end of the second working day', { due: 'soon' }, [2]],
    ['to days, both of them counted', { from: '2026-11-17', to: '2026-11-18' }, [2, 3, 4]],
    ['by all of it together', { unit: 'HQ-SM', from: '2026-11-17', due: 'soon' }, [2]],
  ])('%s', async (_, asked, numbers) => expect(await found(asked)).toEqual(numbers));

  it('to a unit beside the own branch: nothing, as to one that there is not', async () => {
    for (const unit of ['HQ-DG', 'HQ-KHONG'])
      expect(await ask({ unit }, { unit: 'HQ-SM' })).toEqual({
        rows: [],
        nextCursor: null,
        total: 0,
      });
  });
});

describe('a worklist is sorted', () => {
  it.each<[WorklistAsked['sort'], number[]]>([
    ['due', [1, 2, 3, 5, 4]],
    ['-due', [4, 5, 3, 2, 1]],
    ['on', [1, 2, 3, 4, 5]],
    ['-on', [5, 4, 3, 2, 1]],
    ['-number', [5, 4, 3, 2, 1]],
  ])('by %s, page by page as well', async (sort, numbers) => {
    const expected = sort?.endsWith('due') ? await found({ sort }) : numbers;
    const pages: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await ask({ sort: sort!, limit: 2, ...(cursor ? { cursor } : {}) });
      pages.push(...page.rows.map(({ number }) => Number(number.slice(4, 12))));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages).toEqual(expected);
  });

  it('not by a place of another sort', async () => {
    const { nextCursor } = await ask({ sort: 'on', limit: 2 });
    const asked = ask({ sort: '-on', limit: 2, cursor: nextCursor! });
    await expect(asked).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});

describe('a search', () => {
  it.each<[string, string, number[]]>([
    ['without marks finds what has them', 'don thue', [3, 4]],
    ['with marks shows first what has the same', 'Đơn', [2, 3, 4, 5]],
    ['with other marks, those first', 'đồn', [5, 2, 3, 4]],
    ['finds a word that was begun, the last one', 'khieu nh', [1]],
    ['takes the other words as whole ones', 'khie nhap', []],
    ['finds a number', 'D26-00000002-0', [2]],
    ['finds a number without hyphens', 'd26000000020', [2]],
    ['of nothing but signs finds nothing', '!?', []],
    ['takes no operator', "thuế | kho' & !a:*", []],
  ])('%s', async (_, q, numbers) => expect(await found({ q })).toEqual(numbers));

  it('goes on page by page, also where what was typed with marks ends', async () => {
    const first = await ask({ q: 'đơn', limit: 1 });
    const seen = [...first.rows];
    let next = first.nextCursor;
    while (next) {
      const page = await ask({ q: 'đơn', limit: 1, cursor: next });
      seen.push(...page.rows);
      next = page.nextCursor;
    }
    expect(seen.map(({ number }) => number)).toEqual(
      (await ask({ q: 'đơn' })).rows.map(({ number }) => number),
    );
    expect(first.total).toBe(4);
  });

  it('is cut off after a while, and holds up no list for longer', async () => {
    const { dataSource } = running.service.lists;
    await dataSource.transaction(async (other) => {
      await other.query('LOCK TABLE demo_rows IN ACCESS EXCLUSIVE MODE');
      // A statement that was cut.
      await expect(ask({ q: 'don' })).rejects.toMatchObject({ driverError: { code: '57014' } });
    });
    expect(await found({ q: 'don thue' })).toEqual([3, 4]);
  });

  it('reaches no further than the own branch', async () =>
    expect(await found({ q: 'don' }, 'HQ-SM')).toEqual([2, 5]));
});

it('tabs tell how much they hold', async () => {
  const views = ['open', 'unit', 'overdue', 'all'] as const;
  const { counts } = await countViews(running.service, demoList, views, {
    ...actor,
    unit: 'KV-MH',
  });
  expect(counts).toEqual({ open: 5, unit: 0, overdue: 1, all: 5 });
});
