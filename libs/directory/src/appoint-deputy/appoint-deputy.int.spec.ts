import type { Actor } from '@minh-bach/kernel';
import { DEPUTY_DAYS_AT_MOST } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { deputy, person, post, unit } from '../directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from '../running-directory.fixture.ts';
import { appointment, revocation } from './appoint-deputy.ts';

const TODAY = '2026-11-20';
const quan = administrator('quan');
const linh = administrator('linh');
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const tam: Actor = { person: 'tam', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    { ...unit, id: 'HQ-DG', parent: 'CHQ' },
    ...['binh', 'cuc', 'ha', 'tam', 'an', 'yen', 'oanh', 'moi'].map((id) => ({
      ...person,
      id,
      subject: id,
    })),
    post,
    { ...post, id: 'hq-sm.cuc', person: 'cuc', roles: ['verifier'] },
    { ...post, id: 'hq-sm.oanh', person: 'oanh', roles: ['denunciation-officer'] },
    { ...post, id: 'hq-sm.yen', person: 'yen', roles: ['classifier'], to: '2026-11-30' },
    { ...post, id: 'hq-dg.yen', unit: 'HQ-DG', person: 'yen', roles: ['classifier'] },
    { ...post, id: 'chq.an', unit: 'CHQ', person: 'an' },
    { ...post, id: 'hq-sm.tam', person: 'tam' },
    { ...post, id: 'chq.ha', unit: 'CHQ', person: 'ha', roles: ['auditor'] },
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const appoint = async (by: Actor, deputy: string, from: string, to: string, where = post.id) => {
  const body = { post: where, deputy, from, to };
  const changed = await ask(directory.service, appointment, '', body, askedBy(by));
  await directory.caughtUp();
  return changed;
};
const revoke = async (by: Actor, deputy: string, from: string) => {
  const body = { post: post.id, deputy, from };
  await ask(directory.service, revocation, '', body, askedBy(by));
  await directory.caughtUp();
};
const actsOn = async (who: string, day: string) =>
  directory.service.organisation.holds(who, 'head', 'HQ-SM', day);
const expectRefused = (work: Promise<unknown>, code: string) =>
  expect(work).rejects.toMatchObject({ code });

describe('T29: an administrator', () => {
  it('becomes nobody’s deputy, neither of old nor from today on', async () => {
    for (const from of ['2020-01-01', TODAY])
      await expectRefused(appoint(quan, 'quan', from, TODAY), 'NOT_FOR_ONESELF');
    await expectRefused(appoint(quan, 'linh', TODAY, TODAY), 'DEPUTY_NOT_FIT');
    expect(await actsOn('quan', TODAY)).toBe(false);
  });
  it('appoints another together with a second one, and not for the past', async () => {
    await expectRefused(appoint(quan, 'cuc', '2026-11-19', TODAY), 'DEPUTY_BACKDATED');
    const { proposal } = await appoint(quan, 'cuc', TODAY, TODAY);
    expect(await actsOn('cuc', TODAY)).toBe(false);
    await directory.decisions.confirm(proposal!, askedBy(linh));
    await directory.caughtUp();
    expect(await actsOn('cuc', TODAY)).toBe(true);
  });
  it('ends it alone, at once', async () => {
    await revoke(quan, 'cuc', TODAY);
    expect(await actsOn('cuc', TODAY)).toBe(false);
  });
});

describe('T29: the holder of a post', () => {
  const TOMORROW = '2026-11-21';

  it('lets act whom a deputy may be: not oneself, nobody who audits, administers or operates', async () => {
    for (const deputy of ['binh', 'ha', 'quan'])
      await expectRefused(appoint(binh, deputy, TODAY, TOMORROW), 'DEPUTY_NOT_FIT');
    await expectRefused(appoint(binh, 'nobody', TODAY, TOMORROW), 'DEPUTY_UNKNOWN');
  });
  it('lets act people of the unit alone, on all of the days; others take two administrators', async () => {
    for (const [deputy, to] of [
      ['an', TODAY],
      ['moi', TODAY],
      ['yen', '2026-12-01'],
    ] as const) {
      await expectRefused(appoint(binh, deputy, TODAY, to), 'DEPUTY_OF_ANOTHER_UNIT');
      expect(await actsOn(deputy, TODAY)).toBe(false);
    }
    await appoint(binh, 'yen', '2026-11-29', '2026-11-30');
    expect(await actsOn('yen', '2026-11-30')).toBe(true);
    // It is marked as chosen alone: with the deputy's own post in the unit it ends.
    const own = { ...post, id: 'hq-sm.yen', person: 'yen', roles: ['classifier' as const] };
    await directory.records({ ...own, to: '2026-11-29' });
    expect(await actsOn('yen', '2026-11-29')).toBe(true);
    expect(await actsOn('yen', '2026-11-30')).toBe(false);
    const { proposal } = await appoint(quan, 'an', TODAY, TODAY);
    await directory.decisions.decline(proposal!, askedBy(linh));
  });
  it('never lets act an officer of denunciations, nor do two administrators', async () => {
    for (const by of [binh, quan])
      await expectRefused(appoint(by, 'oanh', TODAY, TODAY), 'DEPUTY_NOT_FIT');
    const everHeads = await directory.service.organisation.everHeadsOf(['HQ-SM']);
    expect(everHeads).not.toContain('oanh');
  });
  it('is told for how many days at most', async () => {
    await expect(appoint(binh, 'cuc', TOMORROW, '9999-12-31')).rejects.toMatchObject({
      code: 'DEPUTY_TOO_LONG',
      details: { atMost: DEPUTY_DAYS_AT_MOST },
    });
  });
  it('ends early what another does in it, though it has begun', async () => {
    await appoint(binh, 'cuc', TOMORROW, '2026-12-31');
    directory.clock.set(new Date('2026-11-24T02:00:00.000Z'));
    await appoint(binh, 'cuc', TOMORROW, '2026-11-25');
    expect(await actsOn('cuc', '2026-11-25')).toBe(true);
    expect(await actsOn('cuc', '2026-11-26')).toBe(false);
  });
  it('ends it at once, today included; another head ends nothing of it', async () => {
    await expectRefused(revoke(tam, 'cuc', TOMORROW), 'POST_NOT_YOURS');
    expect(await actsOn('cuc', '2026-11-24')).toBe(true);
    await revoke(binh, 'cuc', TOMORROW);
    expect(await actsOn('cuc', '2026-11-24')).toBe(false);
    await expectRefused(revoke(binh, 'ha', TOMORROW), 'DEPUTATION_UNKNOWN');
  });
});

describe('T29: a deputy who comes to audit, administer, operate or handle denunciations', () => {
  const DAY = '2026-11-24';
  const another = { ...post, id: 'chq.moi', unit: 'CHQ', person: 'moi', from: DAY };

  it('does not while the deputation runs: it has to end first', async () => {
    const { proposal } = await appoint(quan, 'moi', DAY, '2026-12-31');
    await directory.decisions.confirm(proposal!, askedBy(linh));
    await directory.caughtUp();
    for (const role of ['auditor', 'administrator', 'operator', 'denunciation-officer'] as const)
      await expectRefused(directory.asks(quan, { ...another, roles: [role] }), 'DUTIES_APART');
  });
  it.each(['auditor', 'denunciation-officer'] as const)(
    'acts for nobody, where it was recorded all the same: %s',
    async (role) => {
      const title = { vi: role, en: role };
      await directory.records({ ...another, title, roles: ['verifier'] });
      expect(await actsOn('moi', DAY)).toBe(true);
      await directory.records({ ...another, title, roles: [role] });
      expect(await directory.postsOf('moi', DAY)).toEqual(['chq.moi']);
      expect(await actsOn('moi', DAY)).toBe(false);
    },
  );
});

describe('T29: a deputation that was recorded twice, under two ids', () => {
  const DAY = '2026-11-24';
  const twice = (who: string) =>
    ['one', 'two'].map((id) => ({
      ...deputy,
      ...{ id: `${who}-${id}`, post: post.id, deputy: who, from: DAY, to: DAY },
    }));

  it('ends by one revocation, and a retry is told the same', async () => {
    await directory.records(...twice('tam'));
    const asked = askedBy(binh);
    const body = { post: post.id, deputy: 'tam', from: DAY };
    const first = await ask(directory.service, revocation, '', body, asked);
    await directory.caughtUp();
    expect(await directory.postsOf('tam', DAY)).toEqual(['hq-sm.tam']);
    expect(await ask(directory.service, revocation, '', body, asked)).toEqual(first);
  });

  it('is proposed whole, where it takes a second administrator', async () => {
    await directory.records(...twice('cuc'));
    for (const id of ['yen', 'oanh', 'moi'])
      await directory.asks(quan, { ...person, id, subject: id, active: false });
    await revoke(quan, 'cuc', DAY);
    const { items } = await directory.proposals.list({ view: 'open', limit: 50 });
    const waiting = items.filter(({ entry }) => entry.kind === 'deputy' && entry.revoked);
    expect(waiting).toHaveLength(2);
    for (const { id } of waiting) await directory.decisions.confirm(id, askedBy(linh));
    await directory.caughtUp();
    expect(await directory.postsOf('cuc', DAY)).toEqual(['hq-sm.cuc']);
  });
});
