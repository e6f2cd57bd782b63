import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OrphanSweep } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { REGISTERED_AT, dung } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { registration } from './register-petition.ts';
import { bodyOf, upload } from '../scan.fixture.ts';

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const hour = 3_600_000;
const inHours = (hours: number) => Date.now() + hours * hour;

it('discards scans that no petition names and keeps those that one does', async () => {
  const { uploads, files } = intake.service.infrastructure;
  const [registered, orphan] = [await upload(intake), await upload(intake)];
  const release = uploads.release.bind(uploads);
  uploads.release = () => Promise.reject(new Error('the database is away'));
  const body = bodyOf('e'.repeat(43), { id: registered, name: 'đơn.png' });
  await ask(intake.service, registration, '', body, askedBy(dung));
  uploads.release = release;

  const sweep = new OrphanSweep(intake.service, intakeService);
  expect(await sweep.sweep()).toEqual({ released: 0, discarded: 0 });
  expect(await sweep.sweep(inHours(3))).toEqual({ released: 0, discarded: 0 });
  expect(await sweep.sweep(inHours(5))).toEqual({ released: 0, discarded: 1 });
  expect(await sweep.sweep(inHours(25))).toEqual({ released: 1, discarded: 0 });
  const bytesOf = async (id: string) => {
    let size = 0;
    for await (const piece of files.read(id)) size += piece.length;
    return size;
  };
  expect(await bytesOf(registered)).toBeGreaterThan(0);
  await expect(bytesOf(orphan)).rejects.toThrow();
});

it('T23: discards at start what an earlier process left half done', async () => {
  const pool = new pg.Pool({ connectionString: database.url });
  await pool.query(
    `insert into files.uploads (id, person, size, touched_at)
    select lpad(n::text, 22, '0'), $1, 1, $2::timestamptz - n * interval '9 minutes'
    from generate_series(1, 3) n`,
    [dung.person, new Date()],
  );
  const sweep = new OrphanSweep(intake.service, intakeService);
  sweep.onApplicationBootstrap();
  await sweep.beforeApplicationShutdown();
  const { rows } = await pool.query('select id from files.uploads where secret is null');
  await pool.end();
  expect(rows).toEqual([{ id: '1'.padStart(22, '0') }]);
});

it('runs with the app and stops with it', async () => {
  const sweep = new OrphanSweep(intake.service, intakeService);
  sweep.onApplicationBootstrap();
  await expect(sweep.beforeApplicationShutdown()).resolves.toBeUndefined();
});
