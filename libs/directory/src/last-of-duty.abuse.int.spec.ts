import type { PersonEntry, PostEntry, Role } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person, post, unit } from './directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from './running-directory.fixture.ts';

const TODAY = '2026-11-20';
const YESTERDAY = '2026-11-19';
const quan = administrator('quan');
const linh = administrator('linh');

const named = (id: string): PersonEntry => ({ ...person, id, subject: id, name: `Cán bộ ${id}` });
const serves = (who: string, roles: Role[], over: Partial<PostEntry> = {}): PostEntry => ({
  ...post,
  id: `hq-sm.${who}`,
  person: who,
  roles,
  ...over,
});
const posts = {
  classifier: serves('phan', ['classifier']),
  officer: serves('to', ['denunciation-officer']),
  auditor: serves('kiem', ['auditor'], { unit: 'CHQ' }),
  another: serves('kiem-2', ['auditor'], { unit: 'CHQ' }),
  clerk: serves('thu', ['clerk']),
};

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...Object.values(posts).map((entry) => named(entry.person)),
    ...Object.values(posts),
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const alarms = async () => {
  await directory.caughtUp();
  return (await directory.alarms.list()).items;
};
const ended = (entry: PostEntry) => ({ ...entry, to: YESTERDAY });

describe('T33: one administrator ends the last of a unit', () => {
  it.each([
    ['classifier', posts.classifier],
    ['denunciation-officer', posts.officer],
    ['clerk', posts.clerk],
  ] as const)('%s: at once, and with an alarm that names both', async (role, entry) => {
    expect(await directory.asks(quan, ended(entry))).toBeNull();
    expect(await directory.postsOf(entry.person)).toEqual([]);
    expect((await alarms()).filter(({ roles }) => roles.includes(role))).toMatchObject([
      {
        alarm: 'last-of-duty-ended',
        person: { id: entry.person },
        by: { id: 'quan' },
        roles: [role],
        unit: { id: 'HQ-SM', name: unit.name },
      },
    ]);
  });

  it('raises none while somebody remains', async () => {
    const before = (await alarms()).length;
    expect(await directory.asks(linh, ended(posts.another))).toBeNull();
    expect(await alarms()).toHaveLength(before);
  });

  it('does not end the last auditor of all alone: by the post, nor by the person', async () => {
    const endings = [ended(posts.auditor), { ...named('kiem'), active: false }];
    for (const entry of endings)
      expect(await directory.asks(quan, entry)).toEqual(expect.any(String));
    expect(await directory.postsOf('kiem')).toEqual([posts.auditor.id]);
  });

  it('ends the last auditor with a second administrator, and then with an alarm', async () => {
    const proposal = (await directory.asks(quan, ended(posts.auditor)))!;
    await directory.decisions.confirm(proposal, askedBy(linh));
    const found = (await alarms()).filter(({ roles }) => roles.includes('auditor'));
    expect(found).toMatchObject([
      { alarm: 'last-of-duty-ended', person: { id: 'kiem' }, by: { id: 'linh' } },
    ]);
    expect(await directory.postsOf('kiem')).toEqual([]);
  });

  it('raises the alarm too where the person is ended, and not the post', async () => {
    const both = serves('ba', ['classifier', 'denunciation-officer']);
    await directory.records(named('ba'), both);
    expect(await directory.asks(linh, { ...named('ba'), active: false })).toBeNull();
    expect((await alarms())[0]).toMatchObject({
      alarm: 'last-of-duty-ended',
      person: { id: 'ba' },
      roles: ['classifier', 'denunciation-officer'],
    });
  });

  it('hides no alarm, and no proposal, behind newer ones: each list ends with its first', async () => {
    const all = await alarms();
    expect(all.length).toBeGreaterThan(3);
    expect(await everyPage((page) => directory.alarms.list(page))).toEqual(all);
    const { items } = await directory.proposals.list({ view: 'all', limit: 50 });
    expect(items.length).toBeGreaterThan(1);
    const paged = everyPage((page) => directory.proposals.list({ view: 'all', ...page }));
    expect(await paged).toEqual(items);
  });
});

async function everyPage<Item>(
  list: (page: {
    limit: number;
    cursor?: string;
  }) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
): Promise<Item[]> {
  const { items, nextCursor } = await list({ limit: 1 });
  const all = [...items];
  for (let cursor = nextCursor; cursor !== null;) {
    const page = await list({ limit: 1, cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
