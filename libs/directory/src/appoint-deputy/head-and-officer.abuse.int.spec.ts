import type { DirectoryEntryV1, PostEntry, Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
const YESTERDAY = '2026-11-19';
const TOMORROW = '2026-11-21';
const [quan, linh] = [administrator('quan'), administrator('linh')];
const cuc: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let directory: RunningDirectory;

const serves = (who: string, roles: Role[], over: Partial<PostEntry> = {}): PostEntry => ({
  ...post,
  id: `hq-sm.${who}`,
  person: who,
  roles,
  ...over,
});
const acts = (who: string, where: string) => ({
  ...deputy,
  id: `${where}.${who}`,
  post: `hq-sm.${where}`,
  deputy: who,
  from: TODAY,
  to: TODAY,
});

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh');
  const people = ['cuc', 'oanh', 'lan', 'giang', 'hung', 'phuc', 'dao', 'nam', 'mai', 'nga'];
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...people.map((id) => ({ ...person, id, subject: id })),
    serves('cuc', ['head']),
    serves('oanh', ['denunciation-officer']),
    ...people.slice(2).map((who) => serves(who, ['verifier'])),
  );
});
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const agree = (entry: DirectoryEntryV1) => directory.agree(quan, linh, entry);
async function appoint(who: string, days: { from: string; to: string }) {
  const body = { post: 'hq-sm.cuc', deputy: who, ...days };
  await ask(directory.service, appointment, '', body, askedBy(cuc));
  await directory.caughtUp();
}
async function revoke(who: string, from: string) {
  const body = { post: 'hq-sm.cuc', deputy: who, from };
  await ask(directory.service, revocation, '', body, askedBy(cuc));
  await directory.caughtUp();
}
const today = { from: TODAY, to: TODAY };
const unfit = { code: 'DEPUTY_NOT_FIT' };
const apart = { code: 'DUTIES_APART' };

describe('T29: a head’s deputy and an officer for denunciations are never one person', () => {
  it('whoever stands in for the officer is made no deputy by a head, nor by two administrators', async () => {
    await agree(acts('lan', 'oanh'));
    await expect(appoint('lan', today)).rejects.toMatchObject(unfit);
    await expect(agree(acts('lan', 'cuc'))).rejects.toMatchObject(unfit);
    await appoint('lan', { from: TOMORROW, to: TOMORROW });
  });

  it('nor does a head’s deputy come to stand in for the officer', async () => {
    await appoint('giang', today);
    await expect(agree(acts('giang', 'oanh'))).rejects.toMatchObject(unfit);
  });

  it('who deputised on the day knows of it, also once it was revoked; from the next day on they may', async () => {
    await appoint('hung', today);
    await revoke('hung', TODAY);
    await expect(agree(acts('hung', 'oanh'))).rejects.toMatchObject(unfit);
    const officer = serves('hung', ['denunciation-officer'], { id: 'officer', from: TODAY });
    await expect(agree(officer)).rejects.toMatchObject(apart);
    await agree({ ...officer, from: TOMORROW });
  });

  it('a deputation that was revoked before it began hinders nothing', async () => {
    await appoint('phuc', { from: TOMORROW, to: TOMORROW });
    await revoke('phuc', TOMORROW);
    await agree({ ...acts('phuc', 'oanh'), from: TOMORROW, to: TOMORROW });
  });

  it('nor by what becomes of the post in which somebody acts', async () => {
    await agree(acts('dao', 'lan'));
    await agree({ ...acts('dao', 'oanh'), id: 'dao-oanh' });
    const becomesHead = serves('lan', ['head'], { from: TODAY });
    await expect(agree(becomesHead)).rejects.toMatchObject(apart);
    await expect(
      agree({ ...becomesHead, roles: ['head', 'denunciation-officer'] }),
    ).rejects.toMatchObject(apart);
    await agree(serves('lan', ['clerk'], { from: TODAY }));
  });

  it('nor in a post that has both duties', async () => {
    await directory.records(serves('phuc', ['head', 'denunciation-officer'], { id: 'hq-sm.both' }));
    await expect(agree(acts('giang', 'both'))).rejects.toMatchObject(unfit);
  });

  it('nor once the head’s post, in which they acted, is said to be another’s since an earlier day', async () => {
    await appoint('nam', today);
    await agree(serves('giang', ['head'], { id: 'hq-sm.cuc', from: '2026-11-10' }));
    const officer = serves('nam', ['denunciation-officer'], { id: 'of-nam', from: TODAY });
    await expect(agree(officer)).rejects.toMatchObject(apart);
    await expect(agree({ ...officer, id: 'hq-sm.cuc' })).rejects.toMatchObject(apart);
    await expect(agree(acts('nam', 'oanh'))).rejects.toMatchObject(unfit);
    await agree({ ...officer, from: TOMORROW });
  });

  it('nor does an officer whose post is another’s since today, or has ended, deputise for a head', async () => {
    const ends = { mai: { roles: ['verifier' as const], from: TODAY }, nga: { to: YESTERDAY } };
    for (const [who, over] of Object.entries(ends)) {
      const officer = serves(who, ['denunciation-officer']);
      await agree(officer);
      await directory.records({ ...officer, ...over });
      await expect(agree(acts(who, 'cuc'))).rejects.toMatchObject(unfit);
    }
  });
});
