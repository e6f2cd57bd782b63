import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryEntryV1, UnitEntry } from '@minh-bach/contracts';
import { askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person, post, unit } from './directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from './running-directory.fixture.ts';

const quan = administrator('quan');
const linh = administrator('linh');
const TODAY = '2026-11-20';
const region: UnitEntry = { ...unit, id: 'KV-MH', parent: 'CHQ', level: 'cuc' };
const other: UnitEntry = { ...region, id: 'KV-HP' };
const team: UnitEntry = { ...unit, id: 'HQ-DG' };
const officer = { ...person, id: 'hung', subject: 'hung' };
const desk = { ...post, id: 'sm-hung', person: 'hung', roles: ['verifier' as const] };

let database: TestDatabase;
let directory: RunningDirectory;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(region, other, unit, team, officer, desk);
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

let names = 0;
/** Under another name each time: the product records the same entry once. */
const records = (entry: UnitEntry) => {
  const name = `${entry.id} ${(names += 1)}`;
  return directory.records({ ...entry, name: { vi: name, en: name } });
};
const refusedAs = (code: string, work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ code });
const confirms = async (proposal: string | null) => {
  await directory.decisions.confirm(proposal!, askedBy(linh));
  await directory.caughtUp();
};
const declines = async (proposal: string | null) => {
  await directory.decisions.decline(proposal!, askedBy(linh));
  await directory.caughtUp();
};
const asks = (entry: DirectoryEntryV1) => directory.asks(quan, entry);
const above = (id: string) => directory.service.organisation.exact.unitsAbove(id);

describe('T33: everybody of a circle would be above everybody else', () => {
  it.each([
    ['itself', { ...region, parent: 'KV-MH' }],
    ['a unit below it', { ...region, parent: 'HQ-SM' }],
  ])('so no unit is put under %s', async (_, entry) => {
    await refusedAs('UNIT_IN_CIRCLE', asks(entry));
    expect(await above('HQ-SM')).toEqual(['KV-MH', 'CHQ']);
  });

  it('nor by two that wait together: not the second proposal, not in another order', async () => {
    const first = await asks({ ...region, parent: 'KV-HP' });
    await refusedAs('UNIT_IN_CIRCLE', asks({ ...other, parent: 'HQ-SM' }));
    await declines(first);
  });

  it('nor by what waited from before: it is judged again when it is confirmed', async () => {
    const waiting = await asks({ ...region, parent: 'KV-HP' });
    await records({ ...other, parent: 'HQ-SM' });
    await refusedAs('UNIT_IN_CIRCLE', confirms(waiting));
    await declines(waiting);
    await records(other);
  });

  it('and what stands in a circle already can be taken out of it', async () => {
    await records({ ...other, parent: 'HQ-SM' });
    await records({ ...region, parent: 'KV-HP' });
    expect(await above('HQ-SM')).toEqual([]);
    expect(await directory.service.organisation.exact.unitsOfBranch('HQ-SM')).toEqual(['HQ-SM']);
    await confirms(await asks(region));
    expect(await above('KV-HP')).toEqual(['HQ-SM', 'KV-MH', 'CHQ']);
    await records(other);
  });

  it('and no line becomes longer than rights are followed', async () => {
    const chain = Array.from({ length: 10 }, (_, n): UnitEntry => ({
      ...unit,
      id: `L-${n}`,
      parent: n === 0 ? 'CHQ' : `L-${n - 1}`,
    }));
    await directory.records(...chain.slice(0, 8));
    await confirms(await asks(chain[8]!));
    await refusedAs('UNIT_TOO_DEEP', asks(chain[9]!));
    // Neither by moving all of it one step down.
    await refusedAs('UNIT_TOO_DEEP', asks({ ...chain[0]!, parent: 'KV-MH' }));
  });
});

describe('the unit above', () => {
  it('is there', () => refusedAs('UNIT_ABOVE_MISSING', asks({ ...unit, parent: 'NOPE-1' })));

  it('is there on every day from today on', async () => {
    await directory.records({ ...other, id: 'KV-X', from: '2026-12-01', to: '2027-01-31' });
    const below = { ...team, id: 'HQ-X', parent: 'KV-X' };
    for (const [from, to] of [
      [TODAY, '2026-12-31'],
      ['2026-12-01', null],
      ['2026-12-01', '2027-02-01'],
    ] as const)
      await refusedAs('UNIT_ABOVE_MISSING', asks({ ...below, from, to }));
    await confirms(await asks({ ...below, from: '2026-12-01', to: '2027-01-31' }));
  });

  it('may wait in the same file; it is confirmed first', async () => {
    const upper = await asks({ ...other, id: 'KV-Y' });
    const lower = await asks({ ...team, id: 'HQ-Y', parent: 'KV-Y' });
    const staff = await asks({ ...desk, id: 'hq-y.hung', unit: 'HQ-Y' });
    await refusedAs('UNIT_ABOVE_MISSING', confirms(lower));
    await refusedAs('POST_WITHOUT_UNIT', confirms(staff));
    for (const proposal of [upper, lower, staff]) await confirms(proposal);
  });
});

describe('a unit does not end', () => {
  it('before those below it', async () => {
    await refusedAs('UNIT_STILL_NEEDED', asks({ ...region, to: '2026-12-31' }));
    await refusedAs('UNIT_STILL_NEEDED', asks({ ...region, from: '2026-12-01' }));
  });

  it('before its posts, nor does a post outlast it', async () => {
    await refusedAs('UNIT_STILL_NEEDED', asks({ ...unit, to: '2026-12-31' }));
    await confirms(await asks({ ...team, to: '2026-12-31' }));
    await refusedAs('POST_WITHOUT_UNIT', asks({ ...desk, id: 'dg.hung', unit: 'HQ-DG' }));
    await refusedAs('POST_WITHOUT_UNIT', asks({ ...desk, id: 'no.hung', unit: 'NOPE-1' }));
    await confirms(await asks({ ...desk, id: 'dg.hung', unit: 'HQ-DG', to: '2026-12-31' }));
  });
});

describe('a unit that gets another one above it', () => {
  it('takes two, and is an alarm with both the unit and who confirmed it', async () => {
    const proposal = await asks({ ...unit, parent: 'KV-HP' });
    expect(proposal).not.toBeNull();
    await refusedAs(
      'SECOND_ADMINISTRATOR',
      directory.decisions.confirm(proposal!, askedBy(quan)) as Promise<unknown>,
    );
    await confirms(proposal);
    const { items } = await directory.alarms.list();
    expect(items[0]).toMatchObject({
      alarm: 'unit-moved',
      person: null,
      by: { id: 'linh' },
      unit: { id: 'HQ-SM' },
      roles: [],
    });
  });

  it('is none for a new unit, nor for a name', async () => {
    const alarms = async () => (await directory.alarms.list()).items.map(({ id }) => id);
    const before = await alarms();
    await confirms(await asks({ ...unit, id: 'HQ-Z', parent: 'KV-HP' }));
    await confirms(await asks({ ...region, name: { vi: 'Tên khác', en: 'Another name' } }));
    expect(await alarms()).toEqual(before);
  });
});
