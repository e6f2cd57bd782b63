import { PROPOSAL_DAYS, type PersonEntry, type PostEntry } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRebuildsEqualLive, askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { deputy, person, post, unit } from './directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from './running-directory.fixture.ts';

const TODAY = '2026-11-20';
const YESTERDAY = '2026-11-19';
const quan = administrator('quan');
const linh = administrator('linh');
const hai = administrator('hai');

const puppet: PersonEntry = { ...person, id: 'puppet', name: 'Người Rơm', subject: 'puppet' };
const powers: PostEntry = {
  ...post,
  id: 'hq-sm.puppet',
  person: 'puppet',
  roles: ['receiver', 'classifier', 'head', 'clerk'],
};
const account = (id: string): PersonEntry => ({
  ...person,
  id,
  subject: id,
  name: `Quản trị ${id}`,
});
const postOf = (id: string): PostEntry => ({
  kind: 'post',
  id: `chq.${id}`,
  unit: 'CHQ',
  title: { vi: 'Quản trị hệ thống', en: 'Administrator' },
  roles: ['administrator'],
  person: id,
  from: TODAY,
  to: null,
});

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...['binh', 'cuc'].map((id) => ({ ...person, id, subject: id })),
    post,
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const expectRefused = (work: Promise<unknown>, code: string) =>
  expect(work).rejects.toMatchObject({ code });

/** Whatever is refused leaves nothing behind. */
async function nothingHappens(work: () => Promise<void>): Promise<void> {
  const before = await directory.events();
  await work();
  expect(await directory.events()).toBe(before);
}

describe('T33: an administrator alone', () => {
  it('makes no puppet: neither the person nor the powers are there before another agrees', async () => {
    for (const entry of [puppet, powers]) expect(await directory.asks(quan, entry)).not.toBeNull();
    expect(await directory.postsOf('puppet')).toEqual([]);
    const found = await directory.service.organisation.find(
      puppet.issuer,
      puppet.subject,
      directory.clock.now(),
    );
    expect(found).toBeUndefined();
  });

  it('agrees with nothing of the own, and with nothing about oneself', async () => {
    const own = await directory.asks(quan, powers);
    const about = await directory.asks(quan, { ...account('linh'), name: 'Người Khác' });
    await nothingHappens(async () => {
      await expectRefused(directory.decisions.confirm(own!, askedBy(quan)), 'SECOND_ADMINISTRATOR');
      await expectRefused(directory.decisions.confirm(about!, askedBy(linh)), 'NOT_FOR_ONESELF');
      await expectRefused(directory.decisions.decline(about!, askedBy(linh)), 'NOT_FOR_ONESELF');
      await expectRefused(directory.asks(quan, postOf('quan')), 'NOT_FOR_ONESELF');
      for (const nobody of [administrator('binh'), administrator('stranger')])
        await expectRefused(directory.decisions.confirm(own!, askedBy(nobody)), 'ACTION_FORBIDDEN');
    });
    await directory.decisions.decline(about!, askedBy(quan));
  });

  it('gives no right in any other way either: they all wait', async () => {
    const changes = [
      { ...post, roles: ['head', 'clerk'] as const },
      { ...post, person: 'cuc' },
      { ...post, from: '2025-01-01' },
      { ...post, to: '2026-06-30' },
      { ...person, subject: 'another' },
      { ...person, name: 'Tên Khác' },
      { ...unit, parent: null },
      { ...unit, parent: 'CHQ', from: '2025-02-01' },
      { ...deputy, post: post.id, deputy: 'cuc' },
    ];
    for (const entry of changes) {
      const proposal = await directory.asks(quan, { ...entry } as PostEntry);
      expect([entry, proposal]).toEqual([entry, expect.any(String)]);
    }
    expect(await directory.postsOf('binh')).toEqual([post.id]);
    expect(await directory.postsOf('cuc', deputy.from)).toEqual([]);
  });

  it('neither names a unit nor makes one: two with each other’s names would mislead the desk', async () => {
    const named = { ...unit, parent: 'CHQ', name: { vi: 'Tên mới', en: 'New name' } };
    const another = { ...unit, id: 'HQ-X', parent: 'CHQ' };
    const proposals = [await directory.asks(quan, named), await directory.asks(quan, another)];
    const { organisation } = directory.service;
    expect(await organisation.unit('HQ-SM')).toMatchObject({ name: unit.name });
    expect(await organisation.unit('HQ-X')).toBeUndefined();
    for (const id of proposals) await directory.decisions.confirm(id!, askedBy(linh));
    await directory.caughtUp();
    expect(await organisation.unit('HQ-SM')).toMatchObject({ name: named.name });
    expect(await organisation.unit('HQ-X')).toBeDefined();
  });

  it('ends neither the other’s right nor the other’s account', async () => {
    for (const entry of [
      { ...postOf('linh'), to: YESTERDAY },
      { ...account('linh'), active: false },
    ])
      await expectRefused(directory.asks(quan, entry), 'TOO_FEW_ADMINISTRATORS');
    // Another in the other's place: then there would be two, but it takes a third to agree.
    const instead = (await directory.asks(quan, { ...postOf('linh'), person: 'cuc' }))!;
    for (const by of [quan, linh])
      await expect(directory.decisions.confirm(instead, askedBy(by))).rejects.toThrow();
    expect(await directory.postsOf('linh')).toEqual(['chq.linh']);
  });

  it('does not end the unit in which all of them serve', async () => {
    const chq = (await directory.service.organisation.unit('CHQ'))!;
    await expectRefused(
      directory.asks(quan, { kind: 'unit', ...chq, level: 'tong_cuc', to: TODAY }),
      'TOO_FEW_ADMINISTRATORS',
    );
  });
});

describe('T33: two administrators', () => {
  it('give a right together, and the log names both', async () => {
    for (const entry of [puppet, powers]) await directory.agree(quan, linh, entry);
    expect(await directory.postsOf('puppet')).toEqual([powers.id]);
    const { items } = await directory.proposals.list({ view: 'all', limit: 50 });
    expect(items.find(({ entry }) => entry.id === powers.id)).toMatchObject({
      state: 'confirmed',
      proposedBy: { id: 'quan' },
      decidedBy: { id: 'linh' },
    });
  });

  it('see who declined, also where the proposer takes it back afterwards', async () => {
    const entry = { ...person, id: 'vy', subject: 'vy' };
    const proposal = (await directory.asks(quan, entry))!;
    for (const who of [linh, quan]) await directory.decisions.decline(proposal, askedBy(who));
    await directory.caughtUp();
    const { items } = await directory.proposals.list({ view: 'all', limit: 50 });
    expect(items.find(({ id }) => id === proposal)).toMatchObject({
      state: 'declined',
      decidedBy: { id: 'linh' },
    });
  });

  it('are told of several powers that one of them gave: a fact, listed with both names', async () => {
    const { items } = await directory.alarms.list();
    expect(items).toMatchObject([
      {
        alarm: 'several-powers',
        person: { id: 'puppet' },
        by: { id: 'linh' },
        roles: [...powers.roles].sort(),
      },
    ]);
  });

  it('decide once, at the same moment too, and a retry is answered with what happened', async () => {
    const proposal = (await directory.asks(quan, { ...person, id: 'tu', subject: 'tu' }))!;
    const context = askedBy(linh);
    const tries = [0, 1, 2].map(() => directory.decisions.confirm(proposal, context));
    const outcomes = await Promise.all([
      ...tries,
      directory.decisions.confirm(proposal, askedBy(linh)),
    ]);
    expect(new Set(outcomes.map(({ position }) => position)).size).toBe(1);
    await expectRefused(directory.decisions.decline(proposal, askedBy(linh)), 'PROPOSAL_DECIDED');
  });

  it('change nothing that one of them declined', async () => {
    const proposal = (await directory.asks(quan, { ...person, id: 'nam', subject: 'nam' }))!;
    await directory.decisions.decline(proposal, askedBy(linh));
    await nothingHappens(() =>
      expectRefused(directory.decisions.confirm(proposal, askedBy(linh)), 'PROPOSAL_DECIDED'),
    );
  });

  it('change nothing that has changed since it was proposed', async () => {
    const proposal = (await directory.asks(quan, { ...powers, roles: ['receiver'] }))!;
    expect(await directory.asks(linh, { ...powers, to: YESTERDAY })).toBeNull();
    expect(await directory.postsOf('puppet')).toEqual([]);
    await expectRefused(directory.decisions.confirm(proposal, askedBy(linh)), 'PROPOSAL_STALE');
  });

  it('may end a third one, who does not decide on it; then the proposer’s word is worth nothing', async () => {
    await directory.agree(quan, linh, { ...person, id: 'hai', subject: 'hai' });
    await directory.agree(quan, linh, postOf('hai'));
    const theirs = (await directory.asks(hai, { ...powers, to: null }))!;
    const end = (await directory.asks(quan, { ...postOf('hai'), to: YESTERDAY }))!;
    await expectRefused(directory.decisions.decline(end, askedBy(hai)), 'NOT_FOR_ONESELF');
    await directory.decisions.confirm(end, askedBy(linh));
    await directory.caughtUp();
    expect(await directory.postsOf('hai')).toEqual([]);
    await expectRefused(directory.asks(hai, puppet), 'ACTION_FORBIDDEN');
    await expectRefused(directory.decisions.confirm(theirs, askedBy(linh)), 'PROPOSAL_STALE');
  });

  it('find the same proposal again where a file is recorded twice', async () => {
    const entry = { ...person, id: 'bay', subject: 'bay' };
    const first = await directory.asks(quan, entry);
    await nothingHappens(async () => expect(await directory.asks(quan, entry)).toBe(first));
  });

  it('have bounded days for it', async () => {
    const proposal = (await directory.asks(quan, { ...person, id: 'tam', subject: 'tam' }))!;
    const now = directory.clock.now().getTime();
    directory.clock.set(new Date(now + PROPOSAL_DAYS * 86_400_000 + 1000));
    await expectRefused(directory.decisions.confirm(proposal, askedBy(linh)), 'PROPOSAL_ENDED');
    directory.clock.set(new Date(now));
  });
});

describe('T33: one person', () => {
  it.each([
    ['administrator', 'head'],
    ['administrator', 'auditor'],
    ['auditor', 'classifier'],
    ['operator', 'receiver'],
  ] as const)('is not %s and %s, in one post or in two', async (apart, other) => {
    const both = { ...post, id: 'hq-sm.both', person: 'cuc', roles: [apart, other] };
    await expectRefused(directory.asks(quan, both), 'DUTIES_APART');
    await directory.agree(quan, linh, { ...both, id: 'one', roles: [apart], from: TODAY });
    await expectRefused(directory.asks(quan, { ...both, roles: [other] }), 'DUTIES_APART');
    const ended = { ...both, id: 'one', roles: [apart], from: TODAY, to: YESTERDAY };
    const proposal = await directory.asks(quan, ended);
    if (proposal) await directory.decisions.confirm(proposal, askedBy(linh));
    await directory.caughtUp();
  });

  it('is not both where the two were proposed side by side', async () => {
    const audits = {
      ...post,
      id: 'chq.cuc',
      unit: 'CHQ',
      person: 'cuc',
      roles: ['auditor' as const],
    };
    const heads = { ...post, id: 'hq-sm.cuc', person: 'cuc', roles: ['head' as const] };
    const [one, two] = [await directory.asks(quan, audits), await directory.asks(quan, heads)];
    const tries = [one, two].map((id) => directory.decisions.confirm(id!, askedBy(linh)));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await directory.caughtUp();
    expect(await directory.postsOf('cuc')).toHaveLength(1);
  });

  it('has no right at all from what was recorded against that all the same', async () => {
    const of = (id: string, roles: PostEntry['roles']) => ({ ...post, id, person: 'old', roles });
    await directory.records(
      { ...person, id: 'old', subject: 'old' },
      of('old-1', ['administrator']),
      of('old-2', ['head']),
    );
    expect(await directory.postsOf('old')).toEqual([]);
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(directory.service);
});
