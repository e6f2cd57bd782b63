import { PROPOSALS_WAITING_AT_MOST, type PersonEntry } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person } from '../directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from '../running-directory.fixture.ts';

const quan = administrator('quan');
const linh = administrator('linh');
const named = (id: string): PersonEntry => ({ ...person, id, subject: id });

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, '2026-11-20T02:00:00.000Z', 'quan', 'linh');
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

describe('T33: one administrator proposes without end', () => {
  it('and is refused from some number on; the other is not, and the oldest stays first', async () => {
    const first = await directory.asks(quan, named('first'));
    for (let i = 1; i < PROPOSALS_WAITING_AT_MOST; i++)
      await directory.changes.change(named(`more-${i}`), askedBy(quan));
    await expect(directory.asks(quan, named('last'))).rejects.toMatchObject({
      code: 'PROPOSALS_WAITING',
      details: { atMost: PROPOSALS_WAITING_AT_MOST },
    });
    expect(await directory.asks(linh, named('last'))).toEqual(expect.any(String));
    const { items } = await directory.proposals.list({ view: 'open', limit: 50 });
    expect(items).toHaveLength(PROPOSALS_WAITING_AT_MOST + 1);
    expect(items[0]).toMatchObject({ id: first, proposedBy: { id: 'quan' } });
  }, 120_000);

  it('and goes on when one of them is decided, or all have ended', async () => {
    const { items } = await directory.proposals.list({ view: 'open', limit: 50 });
    await directory.decisions.decline(items[0]!.id, askedBy(quan));
    expect(await directory.asks(quan, named('next'))).toEqual(expect.any(String));
    directory.clock.set(new Date('2026-11-28T02:00:00.000Z'));
    expect((await directory.proposals.list({ view: 'open', limit: 50 })).items).toEqual([]);
    expect(await directory.asks(quan, named('anew'))).toEqual(expect.any(String));
  });
});
