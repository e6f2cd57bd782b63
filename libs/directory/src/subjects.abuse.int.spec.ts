import { randomUUID } from 'node:crypto';
import { commandIdFrom, system } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person } from './directory.fixture.ts';
import { entryDecider } from './domain/entry.decider.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from './running-directory.fixture.ts';

const quan = administrator('quan');
const linh = administrator('linh');
const binh = { ...person, id: 'binh', subject: 'binh' };

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, '2026-11-20T02:00:00.000Z', 'quan', 'linh');
  await directory.records(binh);
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const as = async (subject: string) =>
  (await directory.service.organisation.find(binh.issuer, subject, directory.clock.now()))?.person;
const expectTaken = (work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ code: 'SUBJECT_TAKEN' });

describe('T33: whom an account names', () => {
  it('is one person for ever: no other is recorded for it, by two administrators either', async () => {
    await expectTaken(directory.asks(quan, { ...binh, id: 'thu', name: 'Người Thứ Hai' }));
    await directory.asks(quan, { ...binh, active: false });
    await expectTaken(directory.asks(quan, { ...binh, id: 'thu', name: 'Người Thứ Hai' }));
    await directory.agree(quan, linh, binh);
    expect(await as('binh')).toBe('binh');
  });

  it('changes with two administrators, to an account that was nobody’s, and never back', async () => {
    await directory.agree(quan, linh, { ...binh, subject: 'binh-2' });
    expect([await as('binh'), await as('binh-2')]).toEqual([undefined, 'binh']);
    await expectTaken(directory.asks(quan, binh));
    await expectTaken(directory.asks(quan, { ...binh, id: 'thu' }));
  });

  it('is the one who comes first, of two that are confirmed at the same moment', async () => {
    const of = (id: string) => directory.asks(quan, { ...binh, id, subject: 'race' });
    const [one, two] = [await of('mot'), await of('hai')];
    const tries = [one, two].map((id) => directory.decisions.confirm(id!, askedBy(linh)));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is one also where the product itself records, at the same moment in several processes', async () => {
    const of = (id: string) => directory.records({ ...binh, id, subject: 'race-2' });
    const outcomes = await Promise.allSettled(['mot-2', 'hai-2', 'ba-2'].map(of));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not taken by another body under a key that was used', async () => {
    const leaves = { ...binh, id: 'roi', subject: 'roi' };
    await directory.records(leaves);
    const key = { commandId: randomUUID() };
    await directory.asks(quan, { ...leaves, active: false }, { ...key, requestHash: 'one' });
    const before = await directory.events();
    await expect(
      directory.asks(quan, { ...leaves, subject: 'moi' }, { ...key, requestHash: 'other' }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await directory.events()).toBe(before);
    await directory.agree(quan, linh, { ...binh, id: 'moi', subject: 'moi' });
    expect(await as('moi')).toBe('moi');
  });

  it('is one in a log that is older than the streams of accounts', async () => {
    const old = { ...binh, id: 'xua', subject: 'xua' };
    await directory.service.run({
      decider: entryDecider,
      stream: 'directory.person-xua',
      command: { type: 'RecordEntry', entry: old },
      context: askedBy(system('directory'), { commandId: commandIdFrom(Buffer.alloc(32), 'old') }),
    });
    await directory.caughtUp();
    await expectTaken(directory.asks(quan, { ...old, id: 'thu' }));
  });
});
