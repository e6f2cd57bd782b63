import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { DataSource } from 'typeorm';
import type { SortColumn } from './cursor.ts';
import { readPage } from './keyset.ts';
import { makeTables } from './make-tables.ts';
import { WorklistRow } from './specs/worklist.ts';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    entities: [WorklistRow],
  });
  await dataSource.initialize();
  await makeTables(dataSource);
  await dataSource.query(`
    INSERT INTO worklist SELECT lpad(i::text, 3, '0'), 'S' || i % 3, timestamptz '2024-11-20' + i % 7 * interval '1 day', i
      FROM generate_series(1, 50) i`);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const byDay: SortColumn[] = [
  { property: 'row.notedAt', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.state', type: 'text' },
  { property: 'row.number', type: 'text', direction: 'DESC' },
];

const page = (cursor?: string, sort = byDay) =>
  readPage(dataSource.getRepository(WorklistRow).createQueryBuilder('row'), {
    sort,
    limit: 8,
    ...(cursor !== undefined && { cursor }),
  });

describe('a page by keyset', () => {
  it('leads through all rows once, in order, whatever direction each column has', async () => {
    const seen: string[] = [];
    for (let next: string | undefined, pages = 0; pages < 10; pages++) {
      const { items, next: following } = await page(next);
      seen.push(...items.map(({ number }) => number));
      next = following;
      if (next === undefined) break;
    }
    const all = await dataSource.query<{ number: string }[]>(
      'SELECT number FROM worklist ORDER BY noted_at DESC, state, number DESC',
    );
    expect(seen).toEqual(all.map(({ number }) => number));
  });

  it('that ends with the last row says that nothing follows', async () => {
    const rows = dataSource.getRepository(WorklistRow).createQueryBuilder('row');
    const all = await readPage(rows, { sort: byDay, limit: 50 });
    expect(all.items).toHaveLength(50);
    expect(all.next).toBeUndefined();
  });

  it('is not shifted by a row that comes before it', async () => {
    const first = await page();
    await dataSource.query(`INSERT INTO worklist VALUES ('new', 'S0', '2025-01-01', 0)`);
    const second = await page(first.next);
    await dataSource.query(`DELETE FROM worklist WHERE number = 'new'`);
    expect(await page(first.next)).toEqual(second);
  });

  it.each([
    ['not base64url', 'a b'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['too long', forged(['2024-11-20T00:00:00.000Z', 'S'.repeat(2000), '001'])],
    ['empty', ''],
    ...[
      ['SQL for a time', ["' OR 1=1", 'S0', '001']],
      ['a time that is none', ['2024-02-31T00:00:00.000Z', 'S0', '001']],
      ['NUL in text', ['2024-11-20T00:00:00.000Z', 'S\0', '001']],
      ['half a letter', ['2024-11-20T00:00:00.000Z', '\ud800', '001']],
      ['a value too few', ['2024-11-20T00:00:00.000Z', 'S0']],
    ].map(([name, values]) => [name as string, forged(values as string[])]),
  ])('refuses a cursor that is %s', async (_, cursor) => {
    await expect(page(cursor)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('refuses a cursor of another sort', async () => {
    const { next } = await page();
    const turned = byDay.map((column) => ({ ...column, direction: 'ASC' as const }));
    for (const sort of [byDay.slice(2), turned])
      await expect(page(next, sort)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});

function forged(values: string[]): string {
  const key = 'row.notedAt DESC, row.state ASC, row.number DESC';
  return Buffer.from(JSON.stringify([key, ...values])).toString('base64url');
}
