import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PetitionKind } from '@minh-bach/contracts';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Colleagues } from './colleagues.ts';
import { DemoOffice } from './demo-office.ts';
import { runningServices } from './running-services.fixture.ts';
import { ENTRIES } from './texts/entries.ts';

/** A Friday, ten in the morning in Việt Nam. */
const NOW = new Date('2026-11-20T03:00:00.000Z');

let running: Awaited<ReturnType<typeof runningServices>>;
let colleagues: Colleagues;
let database: TestDatabase;

const furnish = async (tell?: (done: number) => void) => {
  const { dataFolder, store, services, clock, tokenOf } = running;
  const office = await DemoOffice.open(dataFolder, store, NOW);
  if (!office) return false;
  clock.set(office.beginsAt);
  await running.recordPeople();
  await office.furnish({ services, clock, tokenOf, ...(tell && { tell }) });
  clock.set(NOW);
  return true;
};

beforeAll(async () => {
  database = await createTestDatabase();
  running = await runningServices(database.url, '2025-03-03T02:00:00.000Z');
  colleagues = new Colleagues(running.services, running.tokenOf);
});
afterAll(async () => {
  await running?.close();
  await database?.drop();
});

interface Row {
  readonly number?: string;
  readonly kind?: PetitionKind;
  readonly state: string;
}

async function all(person: string, list: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = '';
  do {
    const page = await colleagues.get<{ items: Row[]; nextCursor: string | null }>(
      person,
      `/${list}&limit=50${cursor}`,
    );
    rows.push(...page.items);
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor !== '');
  return rows;
}

async function eventsOf(type: string): Promise<number> {
  let count = 0;
  for await (const event of running.store.readAll()) if (event.type === type) count += 1;
  return count;
}

const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();

it('goes on where it was cut short, and doubles nothing', async () => {
  const cut = new Error('cut short');
  await expect(
    furnish((done) => {
      if (done >= 240) throw cut;
    }),
  ).rejects.toBe(cut);
  // The last commands were done, but not noted; one line is half written.
  const file = join(running.dataFolder, 'demo-office.jsonl');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, [...lines.slice(0, -5), '{"key":"half'].join('\n'));

  expect(await furnish()).toBe(true);
  expect(await eventsOf('PetitionRegistered')).toBe(ENTRIES.length);
  expect(ENTRIES.length).toBeGreaterThanOrEqual(100);
}, 480_000);

it('met no refusal on the way, but of commands that were done already', () => {
  const { refused } = running;
  expect(refused.filter((told) => !told.includes('IDEMPOTENCY_KEY_REUSED'))).toEqual([]);
  expect(refused.length).toBeLessThanOrEqual(5);
});

it('shows every kind and every stage, at units of all levels that receive petitions', async () => {
  const petitions = await all('quyen', 'triage/worklist?view=all');
  expect(distinct(petitions.map(({ kind }) => kind))).toEqual([
    'complaint',
    'denunciation',
    'feedback',
    'petition',
  ]);
  expect(distinct(petitions.map(({ state }) => state))).toEqual([
    'accepted',
    'classified',
    'settled',
    'taken',
  ]);
  const cases = await all('khanh', 'investigation/worklist?view=all');
  expect(distinct(cases.map(({ state }) => state))).toEqual([
    'approved',
    'assigned',
    'decided',
    'proposed',
    'received',
  ]);
  const responses = await all('khanh', 'response/worklist?view=all');
  expect(distinct(responses.map(({ state }) => state))).toEqual([
    'closed',
    'delivered',
    'issued',
    'requested',
    'sent',
  ]);
});

it('has what went wrong: late ones, of which the superiors were told, corrections and urgings', async () => {
  expect((await all('giang', 'triage/worklist?view=overdue')).length).toBeGreaterThan(0);
  expect((await all('khanh', 'investigation/worklist?view=overdue')).length).toBeGreaterThan(1);
  expect((await all('khanh', 'response/worklist?view=overdue')).length).toBeGreaterThan(0);
  for (const view of ['open', 'done']) {
    const told = await colleagues.get<{ total: number }>('khanh', `/triage/notices?view=${view}`);
    expect([view, told.total > 1]).toEqual([view, true]);
  }
  const seldom = [
    ...['RespondentsCorrected', 'NamesStruck', 'ReclassificationProposed', 'SettlementDeclined'],
    ...['LowerUnitUrged', 'DelayReported', 'ConclusionReturned', 'IdentityDisclosed'],
    ...['PetitionMerged', 'PetitionUnmerged', 'ReceiptDateCorrected', 'BreachWithdrawn'],
    ...['ReceiptCorrectionProposed', 'GuidanceRequested', 'GuidanceGiven', 'HandlingRated'],
  ];
  for (const type of seldom) expect([type, await eventsOf(type)]).not.toEqual([type, 0]);
  expect(await eventsOf('DeadlineBreached')).toBeGreaterThan(8);
});

it('each breach was told of on the day after its date, as if people had looked then', async () => {
  const late: unknown[] = [];
  for await (const { type, data, metadata } of running.store.readAll()) {
    if (type !== 'DeadlineBreached') continue;
    const { endsAt } = JSON.parse(Buffer.from(data).toString()) as { endsAt: string };
    const { recordedAt } = JSON.parse(Buffer.from(metadata).toString()) as { recordedAt: string };
    const seconds = (Date.parse(recordedAt) - Date.parse(endsAt)) / 1000;
    if (seconds < 0 || seconds > 3_600) late.push({ endsAt, recordedAt });
  }
  expect(late).toEqual([]);
});

it('is made once, and never where there are other matters', async () => {
  const before = await running.store.head();
  expect(await furnish()).toBe(false);
  const elsewhere = join(tmpdir(), 'minh-bach-no-such-folder');
  expect(await DemoOffice.open(elsewhere, running.store, NOW)).toBeUndefined();
  expect(await running.store.head()).toBe(before);
});

it('can be looked up by the codes that the start prints', async () => {
  const codes = await DemoOffice.receiptCodes(running.dataFolder);
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) {
    const url = '/intake/track';
    const answer = await running.services.inject({ method: 'POST', url, payload: { code } });
    expect(answer.statusCode).toBe(200);
  }
  expect(await DemoOffice.receiptCodes(tmpdir())).toEqual([]);
});

it('has deputies at work', async () => {
  let acted = 0;
  for await (const { metadata } of running.store.readAll({ prefixes: ['investigation.case-'] }))
    if (Buffer.from(metadata).includes('"deputyFor"')) acted += 1;
  expect(acted).toBeGreaterThan(3);
});
