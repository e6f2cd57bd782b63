import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { MOST_EXPORTED } from '@minh-bach/contracts';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { setUpVaultSchema } from '@minh-bach/vault';
import pg from 'pg';
import { askedBy } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import { demoDecider, demoService, open } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { ListExports } from './export-worklist.ts';
import { readWorklist } from './read-worklist.ts';

let database: TestDatabase;
let pool: pg.Pool;
let running: TestService;
let pages: number;
const actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await setUpVaultSchema(pool);
  running = await startTestService(
    { ...demoService, entities: [DemoRow], projections: [demoRowProjection] },
    { databaseUrl: database.url, now: '2026-11-20T02:00:00.000Z' },
  );
  await running.knows(organisation);
  await running.service.run({
    decider: demoDecider,
    stream: 'demo.petition-D26-00000001-0',
    command: open({ unit: 'HQ-SM' }),
    context: askedBy(actor),
  });
  await running.caughtUp();
  const rows = running.service.lists.dataSource.getRepository(DemoRow);
  await rows.update({ number: 'D26-00000001-0' }, { gist: '=HYPERLINK("x")' });
  const [one] = await rows.find();
  for (let n = 1; n < MOST_EXPORTED; n += 500)
    await rows.insert(
      Array.from({ length: Math.min(500, MOST_EXPORTED - n) }, (_, i) => ({
        ...one!,
        number: `D26-${n + i}`,
        gist: 'Đơn về thuế',
      })),
    );
}, 60_000);
beforeEach(() => pool.query('delete from vault.access_log'));
afterAll(async () => {
  await running.close();
  await pool.end();
  await database.drop();
});

const exports = () => new ListExports(running.service);
function made(from = exports(), filters = {}) {
  pages = 0;
  const page = async (at: { limit: number; cursor?: string }) => {
    pages += 1;
    const { rows, nextCursor } = await readWorklist(
      running.service,
      demoList,
      { view: 'open', ...filters, ...at },
      actor,
    );
    return { items: rows, nextCursor };
  };
  const columns = [
    { head: { vi: 'Số', en: 'Number' }, cell: ({ number }: DemoRow) => number },
    { head: { vi: 'Trích yếu', en: 'Gist' }, cell: ({ gist }: DemoRow) => gist },
  ];
  const asked = { purpose: 'report', language: 'vi', view: 'open', ...filters } as const;
  return from.make('demo', asked, columns, page, actor);
}
const lines = async () =>
  (
    await pool.query<Record<string, unknown>>(
      'select person, role, unit, purpose, matter, fields from vault.access_log order by id',
    )
  ).rows;

it('a list leaves whole, in batches, and by a line that says who, what for, narrowed how, how many', async () => {
  const text = (await made()).toString('utf8').split('\r\n');
  expect(text).toHaveLength(MOST_EXPORTED + 2);
  expect(text[0]).toBe('\ufeff"Số";"Trích yếu"');
  expect(text).toContain(`"D26-00000001-0";"'=HYPERLINK(""x"")"`);
  expect(pages).toBe(10);
  expect(await lines()).toEqual([
    {
      ...actor,
      purpose: 'report',
      matter: 'list demo',
      fields: [
        ['view', 'open'],
        ['rows', '5000'],
      ],
    },
  ]);
});

it('words that were looked for stand in no line: they may name somebody', async () => {
  const file = await made(exports(), { q: 'nguyen van a' });
  expect(file.toString('utf8').split('\r\n')).toHaveLength(2);
  expect(JSON.stringify(await lines())).not.toContain('nguyen');
  expect(await lines()).toMatchObject([
    {
      fields: expect.arrayContaining([
        ['words', 'some'],
        ['rows', '0'],
      ]),
    },
  ]);
});

it('one row more than a file holds is refused, and nothing leaves or is noted', async () => {
  const rows = running.service.lists.dataSource.getRepository(DemoRow);
  const [one] = await rows.find({ take: 1 });
  await rows.insert({ ...one!, number: 'D26-more' });
  await expect(made()).rejects.toMatchObject({ code: 'EXPORT_TOO_LONG' });
  await rows.delete({ number: 'D26-more' });
  expect(await lines()).toEqual([]);
});

it('where its line cannot be written, nothing leaves', async () => {
  await pool.query('alter table vault.access_log rename to access_log_away');
  try {
    await expect(made()).rejects.toThrow();
  } finally {
    await pool.query('alter table vault.access_log_away rename to access_log');
  }
});

it('two files are made at once, twenty wait for their turn, and one more is refused', async () => {
  const from = exports();
  const small = { unit: 'HQ-KHONG' };
  const answers = await Promise.allSettled(Array.from({ length: 23 }, () => made(from, small)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(22);
  expect(answers.at(-1)).toMatchObject({ reason: { code: 'EXPORT_BUSY' } });
  const again = await Promise.all([made(from, small), made(from, small), made(from, small)]);
  expect(again).toHaveLength(3);
});
