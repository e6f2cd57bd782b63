import type { DirectoryEntryV1, PersonEntry, PostEntry, Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
const DAY_MS = 86_400_000;
const quan = administrator('quan');
const linh = administrator('linh');
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const below: Actor = { person: 'kiem', role: 'auditor', unit: 'HQ-SM' };

const named = (id: string): PersonEntry => ({ ...person, id, subject: id, name: `Cán bộ ${id}` });
const serves = (who: string, roles: Role[], over: Partial<PostEntry> = {}): PostEntry => ({
  ...post,
  id: `hq-sm.${who}`,
  person: who,
  roles,
  ...over,
});
const head = serves('binh', ['head'], { leads: true });
const deputyHead = serves('cuc', ['head']);
const above = serves('an', ['head'], { leads: true, unit: 'CHQ' });
const staff = ['mot', 'hai', 'ba', 'bon'].map((id) => serves(id, ['verifier']));
const posts = [
  head,
  deputyHead,
  above,
  ...staff,
  serves('ha', ['auditor'], { unit: 'CHQ' }),
  serves('kiem', ['auditor']),
];

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...posts.map((entry) => named(entry.person)),
    named('ba-quan'),
    ...posts,
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const ended = (entry: PostEntry): PostEntry => ({ ...entry, to: YESTERDAY });
const proposed = async (by: Actor, entry: DirectoryEntryV1) =>
  (await directory.asks(by, entry)) ?? 'recorded at once';
const confirms = (id: string, by: Actor) =>
  directory.decisions.confirm(id, askedBy(by)).then(directory.caughtUp);
const declines = (id: string, by: Actor) => directory.decisions.decline(id, askedBy(by));

describe('T33: one administrator ends the heads', () => {
  it('at once while one above is left; the last of the whole line waits for the other', async () => {
    expect(await directory.asks(quan, ended(head))).toBeNull();
    const waits = await proposed(quan, ended(above));
    expect(waits).not.toBe('recorded at once');
    expect(await directory.postsOf('an')).toEqual([above.id]);
    await expect(confirms(waits, quan)).rejects.toMatchObject({ code: 'SECOND_ADMINISTRATOR' });
  });

  it('of a unit: the one who leads it with an alarm, whatever deputy heads remain', async () => {
    const { items } = await directory.alarms.list();
    expect(items).toMatchObject([
      {
        alarm: 'last-of-duty-ended',
        person: { id: 'binh' },
        roles: ['head'],
        unit: { id: 'HQ-SM' },
        by: { id: 'quan' },
      },
    ]);
  });
});

describe('T33: one administrator ends one after the other', () => {
  it('the fourth person within a day waits for the other, by post or by person', async () => {
    for (const entry of staff.slice(0, 2))
      expect(await directory.asks(quan, ended(entry))).toBeNull();
    for (const entry of [ended(staff[2]!), { ...named('bon'), active: false }])
      expect(await proposed(quan, entry)).not.toBe('recorded at once');
    expect(await directory.asks(quan, { ...named('mot'), active: false })).toBeNull();
  });

  it('another administrator, or another day, ends it at once', async () => {
    expect(await directory.asks(linh, ended(staff[2]!))).toBeNull();
    directory.clock.set(new Date(directory.clock.now().getTime() + DAY_MS + 1));
    const bon = { ...staff[3]!, to: TODAY };
    expect(await directory.asks(quan, bon)).toBeNull();
  });
});

describe('T33: one administrator declines whatever the other proposes', () => {
  const third = serves('ba-quan', ['administrator'], { unit: 'CHQ', from: '2026-11-21' });

  it('an auditor of the top unit confirms it all the same, and no other auditor', async () => {
    const id = await proposed(linh, third);
    await declines(id, quan);
    await expect(confirms(id, linh)).rejects.toMatchObject({ code: 'PROPOSAL_DECIDED' });
    await expect(confirms(id, below)).rejects.toMatchObject({ code: 'ACTION_FORBIDDEN' });
    await confirms(id, ha);
    expect(await directory.postsOf('ba-quan')).toEqual([third.id]);
  });

  it('so that the one who blocks is ended by the two others', async () => {
    const id = await proposed(linh, { ...named('quan'), name: 'Quản trị quan', active: false });
    await expect(declines(id, quan)).rejects.toMatchObject({ code: 'NOT_FOR_ONESELF' });
  });

  it('what its proposer took back stays so, and an auditor confirms nothing about themself', async () => {
    const id = await proposed(linh, serves('mot', ['receiver'], { id: 'hq-sm.mot-2' }));
    await declines(id, linh);
    await expect(confirms(id, ha)).rejects.toMatchObject({ code: 'PROPOSAL_DECIDED' });
    const own = await proposed(linh, serves('ha', ['auditor'], { id: 'chq.ha-2', unit: 'CHQ' }));
    await expect(confirms(own, ha)).rejects.toMatchObject({ code: 'NOT_FOR_ONESELF' });
  });

  it('an auditor confirms a deputy of another unit, too, as the other administrator could', async () => {
    const days = { from: '2026-11-21', to: '2026-11-25' };
    const id = 'chq.an.ba.2026-11-21';
    const deputy = { kind: 'deputy', id, post: above.id, deputy: 'ba', ...days } as const;
    const proposal = await proposed(linh, { ...deputy, holder: 'an', revoked: false });
    await declines(proposal, quan);
    await confirms(proposal, ha);
    expect(await directory.postsOf('ba', '2026-11-23')).toContain(above.id);
  });

  it('nor does an auditor confirm what has ended by itself', async () => {
    const id = await proposed(linh, serves('hai', ['receiver'], { id: 'hq-sm.hai-2' }));
    await declines(id, quan);
    directory.clock.set(new Date(directory.clock.now().getTime() + 8 * DAY_MS));
    await expect(confirms(id, ha)).rejects.toMatchObject({ code: 'PROPOSAL_ENDED' });
  });
});
