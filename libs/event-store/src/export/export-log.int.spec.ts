import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@minh-bach/testing';
import { expect, it } from '@jest/globals';
import { eventData } from '../conformance/index.ts';
import { ServerDouble } from '../eventstoredb/double/server.fixture.ts';
import { createEventStoreDbEventStore } from '../eventstoredb/create-eventstoredb-event-store.ts';
import { createPostgresEventStore } from '../postgres/postgres-event-store.ts';
import { exportLog } from './export-log.ts';
import { openExportedLog } from './exported-log.ts';
import { importLog } from './import-log.ts';

it('a log goes from PostgreSQL by an export to EventStoreDB (its double), and back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  const [one, two] = [await createTestDatabase(), await createTestDatabase()];
  const open = ({ url: connectionString }: { url: string }) =>
    createPostgresEventStore({ connectionString, mayLoseEventsInTests: true });
  const double = await ServerDouble.start();
  const there = await createEventStoreDbEventStore({ connectionString: double.url });
  const [from, back] = [await open(one), await open(two)];
  for (let n = 0; n < 60; n += 1)
    await from.append(`intake.${n % 7}`, [eventData(`đơn ${n}`)], 'any');

  await exportLog({ from, folder: join(folder, 'first') });
  const moved = await importLog({ from: await openExportedLog(join(folder, 'first')), to: there });
  expect(moved).toMatchObject({ events: 60, copied: 60 });

  const second = { from: there, folder: join(folder, 'second'), most: { events: 9, bytes: 1e6 } };
  expect(await exportLog(second)).toMatchObject({ events: 60, added: 60 });
  await there.append('intake.0', [eventData('một đơn nữa')], 'any');
  expect(await exportLog(second)).toMatchObject({ events: 61, added: 1 });
  const { digest, ...returned } = await importLog({
    from: await openExportedLog(second.folder, { evenCut: false }),
    to: back,
  });
  expect(returned).toMatchObject({ events: 61, copied: 61 });
  expect(digest).not.toBe(moved.digest);

  await Promise.all([from.close(), back.close(), there.close()]);
  double.stop();
  await Promise.all([one.drop(), two.drop()]);
  rmSync(folder, { recursive: true });
}, 60_000);
