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
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const cucForBinh: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const notYours = { code: 'POST_NOT_YOURS' };

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    { ...unit, id: 'HQ-DG', parent: 'CHQ' },
    ...['binh', 'cuc', 'dao', 'tam'].map((id) => ({ ...person, id, subject: id })),
    post,
    { ...post, id: 'sm-to-cao', roles: ['denunciation-officer'] },
    { ...post, id: 'dg-truong', unit: 'HQ-DG' },
    { ...post, id: 'sm-cuc', person: 'cuc', roles: ['classifier'] },
    { ...post, id: 'dg-cuc', unit: 'HQ-DG', person: 'cuc' },
    { ...post, id: 'sm-dao', person: 'dao', roles: ['verifier'] },
    { ...post, id: 'sm-tam', person: 'tam', roles: ['head', 'denunciation-officer'] },
  );
  await appoint(binh, 'cuc', post.id);
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

async function appoint(by: Actor, deputy: string, where: string) {
  const body = { post: where, deputy, from: TODAY, to: '2026-12-31' };
  const { proposal } = await ask(directory.service, appointment, '', body, askedBy(by));
  await directory.caughtUp();
  return proposal;
}
const postsOf = (who: string) => directory.postsOf(who, TODAY);

describe('T29: a person appoints alone a deputy of the very post that they act in', () => {
  it('not of another post of theirs, while they are a head’s deputy', async () => {
    expect(await postsOf('cuc')).toContain(post.id);
    for (const where of ['sm-cuc', 'dg-cuc', post.id])
      await expect(appoint(cucForBinh, 'dao', where)).rejects.toMatchObject(notYours);
    expect(await postsOf('dao')).toEqual(['sm-dao']);
  });

  it('not of their post with another role, nor of one in another unit', async () => {
    for (const where of ['sm-to-cao', 'dg-truong'])
      await expect(appoint(binh, 'dao', where)).rejects.toMatchObject(notYours);
    expect(await postsOf('dao')).toEqual(['sm-dao']);
  });

  it('not of a head’s post that shows who denounces', async () => {
    const tam: Actor = { ...binh, person: 'tam' };
    await expect(appoint(tam, 'dao', 'sm-tam')).rejects.toMatchObject(notYours);
  });

  it('else two administrators do; the holder ends it alone in any post', async () => {
    const quan = administrator('quan');
    const proposal = await appoint(quan, 'dao', 'sm-cuc');
    await directory.decisions.confirm(proposal!, askedBy(administrator('linh')));
    await directory.caughtUp();
    expect(await postsOf('dao')).toContain('sm-cuc');
    const body = { post: 'sm-cuc', deputy: 'dao', from: TODAY };
    await ask(directory.service, revocation, '', body, askedBy(cucForBinh));
    await directory.caughtUp();
    expect(await postsOf('dao')).toEqual(['sm-dao']);
  });
});
