import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { organisation, startTestService, type TestService } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { readWorklist, type WorklistAsked } from '@minh-bach/platform';
import { OPENED_AT, binh } from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { caseList } from './case-worklist.query.ts';

const MANY = 100_000;
/** A tenth is open, one in a hundred of all belongs to `HQ-DG`, the rest to `HQ-SM`. */
const ROWS = `
  INSERT INTO cases (number, petitions, unit, kind, instance, gist, accepted_on, assignee, state, open, awaits_report, shown, words, clocks, due_at)
  SELECT 'V26-' || lpad(n::text, 8, '0') || '-0', ARRAY['D26-' || lpad(n::text, 8, '0') || '-0'],
    CASE n % 100 WHEN 0 THEN 'HQ-DG' ELSE 'HQ-SM' END, 'complaint', 1, 'Khiếu nại thuế ' || n % 977,
    date '2020-01-01' + n % 2000, CASE n % 3 WHEN 0 THEN NULL ELSE 'hung' END,
    CASE n % 10 WHEN 0 THEN 'assigned' ELSE 'decided' END, n % 10 = 0, n % 500 = 0, '{}',
    ('''khieu'' ''nai'' ''thue'' ''' || n % 977 || '''')::tsvector, '[]',
    timestamptz '2026-01-01' + n % 5000 * interval '1 hour'
    FROM generate_series(1, ${MANY}) n`;

let database: TestDatabase;
let investigation: TestService;
const plans: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  await investigation.caughtUp();
  const { dataSource } = investigation.service.lists;
  await dataSource.query(ROWS);
  await dataSource.query('ANALYZE cases');
  explainAll();
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

/** Of each statement that reads a page its plan is kept, too. A count ends after its last row, wherever. */
function explainAll(): void {
  const { dataSource } = investigation.service.lists;
  const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (...of) => {
    const runner = createQueryRunner(...of);
    const query = runner.query.bind(runner) as (sql: string, ...of: unknown[]) => Promise<never>;
    const explained = async (sql: string, ...of: unknown[]) => {
      if (/^SELECT "row"/.test(sql)) {
        const lines: { 'QUERY PLAN': string }[] = await query(`EXPLAIN ${sql}`, of[0]);
        plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
      }
      return query(sql, ...of);
    };
    runner.query = explained as typeof runner.query;
    return runner;
  };
}

async function plansOf(asked: Partial<WorklistAsked>, unit: string): Promise<string> {
  plans.length = 0;
  const request = { view: 'all', limit: 25, ...asked };
  const first = await readWorklist(investigation.service, caseList, request, { ...binh, unit });
  const cursor = first.nextCursor;
  if (cursor !== null)
    await readWorklist(investigation.service, caseList, { ...request, cursor }, { ...binh, unit });
  expect(plans).toHaveLength(cursor === null ? 1 : 2);
  return plans.join('\n\n');
}

it.each<[string, Partial<WorklistAsked>]>([
  ['what is open', { view: 'open' }],
  ['by due date', { sort: 'due' }],
  ['by due date, the last first', { sort: '-due' }],
  ['by day', { sort: 'on' }],
  ['by day, the last first', { sort: '-on' }],
  ['by number', { sort: 'number' }],
  ['by number, the last first', { sort: '-number' }],
  ['between days', { sort: '-on', from: '2024-01-01', to: '2024-01-31' }],
  ['of words', { q: 'thue 976' }],
  ['of a number', { q: 'V26-00000100-0' }],
])('a page %s is read by an index, of a branch, a large unit and a small one', async (_, asked) => {
  for (const unit of ['KV-MH', 'HQ-SM', 'HQ-DG']) {
    const plan = await plansOf(asked, unit);
    expect(plan).not.toContain('Seq Scan on cases');
  }
});
