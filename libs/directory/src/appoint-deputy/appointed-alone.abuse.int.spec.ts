import { APPOINTED_ALONE_A_DAY } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person, post, unit } from '../directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from '../running-directory.fixture.ts';
import { appointment, revocation } from './appoint-deputy.ts';

const TODAY = '2026-11-20';
const quan = administrator('quan');
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...['binh', 'cuc', 'dao'].map((id) => ({ ...person, id, subject: id })),
    post,
    ...['cuc', 'dao'].map((who) => ({
      ...post,
      id: `hq-sm.${who}`,
      person: who,
      roles: ['verifier' as const],
    })),
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const appoint = (by: Actor, deputy: string, from = TODAY, context = askedBy(by)) => {
  const body = { post: post.id, deputy, from, to: from };
  return ask(directory.service, appointment, '', body, context);
};
const revoke = (deputy: string, from = TODAY) =>
  ask(directory.service, revocation, '', { post: post.id, deputy, from }, askedBy(binh));
const tooOften = { code: 'DEPUTIES_TOO_OFTEN', details: { atMost: APPOINTED_ALONE_A_DAY } };

describe('T29: a head who appoints and revokes without end', () => {
  it('is refused from some number on, for all deputies together; a retry is counted once', async () => {
    for (let i = 0; i < APPOINTED_ALONE_A_DAY; i++) {
      const deputy = i % 2 ? 'cuc' : 'dao';
      const context = askedBy(binh);
      await appoint(binh, deputy, TODAY, context);
      await appoint(binh, deputy, TODAY, context);
      await revoke(deputy);
    }
    const before = await directory.events();
    for (const deputy of ['cuc', 'dao'])
      await expect(appoint(binh, deputy)).rejects.toMatchObject(tooOften);
    expect(await directory.events()).toBe(before);
  });

  it('leaves the way by two administrators open', async () => {
    expect(await appoint(quan, 'cuc')).toMatchObject({ proposal: expect.any(String) });
  });

  it('is free again a day later, and ends what runs at any time', async () => {
    directory.clock.set(new Date('2026-11-21T02:30:00.000Z'));
    for (let i = 0; i < APPOINTED_ALONE_A_DAY; i++) {
      await appoint(binh, 'cuc', '2026-11-21');
      if (i + 1 < APPOINTED_ALONE_A_DAY) await revoke('cuc', '2026-11-21');
    }
    await expect(appoint(binh, 'dao', '2026-11-21')).rejects.toMatchObject(tooOften);
    await revoke('cuc', '2026-11-21');
    await directory.caughtUp();
    expect(await directory.service.organisation.holds('cuc', 'head', 'HQ-SM')).toBe(false);
  });
});
