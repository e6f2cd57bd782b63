import type { PersonEntry, PostEntry } from '@minh-bach/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { person, post, unit } from '../directory.fixture.ts';
import {
  administrator,
  startDirectory,
  type RunningDirectory,
} from '../running-directory.fixture.ts';

const TODAY = '2026-11-20';
const quan = administrator('quan');
const linh = administrator('linh');
const hai = administrator('hai');

let database: TestDatabase;
let directory: RunningDirectory;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await startDirectory(database.url, `${TODAY}T02:00:00.000Z`, 'quan', 'linh', 'hai');
  await directory.records(
    { ...unit, parent: 'CHQ' },
    ...['binh', 'cuc', 'dao'].map((id) => ({ ...person, id, subject: id })),
    post,
  );
});
afterEach(() => void jest.restoreAllMocks());
afterAll(async () => {
  await directory.stop();
  await database.drop();
});

const account = (id: string): PersonEntry => ({ ...person, id, subject: id });
const clerk = (id: string): PostEntry => ({
  ...post,
  id: `sm.${id}`,
  person: id,
  roles: ['clerk'],
});

/** The process ends when so many of its commands are durable. */
async function diesAfter(commands: number, work: () => Promise<unknown>): Promise<void> {
  const { service } = directory;
  const run = service.run.bind(service);
  let done = 0;
  jest.spyOn(service, 'run').mockImplementation(async (command) => {
    if (done++ === commands) throw new Error('the process died');
    return run(command);
  });
  await expect(work()).rejects.toThrow('the process died');
  jest.restoreAllMocks();
  await directory.caughtUp();
}

/** Agreed by both, and not recorded yet. */
async function agreedOnly(entry: PersonEntry | PostEntry, commands = 1): Promise<string> {
  const proposal = (await directory.asks(quan, entry))!;
  const confirming = askedBy(linh, { ifMatch: 0 });
  await diesAfter(commands, () => directory.decisions.confirm(proposal, confirming));
  return proposal;
}

describe('T33: the process dies between agreeing and recording', () => {
  it('and what was agreed is recorded by the next try, whatever revision that person saw', async () => {
    for (const [who, ifMatch] of [
      ['one', 0],
      ['two', 7],
    ] as const) {
      const proposal = await agreedOnly(account(who));
      const { position } = await directory.decisions.confirm(proposal, askedBy(linh, { ifMatch }));
      const again = await directory.decisions.confirm(proposal, askedBy(linh, { ifMatch }));
      expect([typeof position, again.position]).toEqual(['string', position]);
    }
  });

  it('also after the account was taken for the person', async () => {
    const proposal = await agreedOnly(account('three'), 2);
    const { position } = await directory.decisions.confirm(proposal, askedBy(linh));
    expect(position).toEqual(expect.any(String));
  });

  it('but it replaces nothing that was recorded since', async () => {
    const proposal = await agreedOnly(clerk('cuc'));
    await directory.agree(quan, linh, { ...clerk('cuc'), roles: ['verifier'] });
    await expect(directory.decisions.confirm(proposal, askedBy(linh))).rejects.toMatchObject({
      code: 'PROPOSAL_STALE',
    });
    const [held] = await directory.service.organisation.postsOf('cuc');
    expect(held?.roles).toEqual(['verifier']);
  });

  it('and it gives no right that something else forbids since', async () => {
    const proposal = await agreedOnly(clerk('dao'));
    const audits = { ...clerk('dao'), id: 'chq.dao', unit: 'CHQ', roles: ['auditor' as const] };
    await directory.agree(quan, linh, audits);
    await expect(directory.decisions.confirm(proposal, askedBy(linh))).rejects.toMatchObject({
      code: 'DUTIES_APART',
    });
    expect(await directory.postsOf('dao')).toEqual(['chq.dao']);
  });

  it('and who proposed it must still administer', async () => {
    const proposal = (await directory.asks(hai, account('four')))!;
    await diesAfter(1, () => directory.decisions.confirm(proposal, askedBy(linh)));
    const ended = { ...post, id: 'chq.hai', unit: 'CHQ', person: 'hai', roles: ['head' as const] };
    await directory.records({ ...ended, id: 'chq.hai.head' });
    await expect(directory.decisions.confirm(proposal, askedBy(linh))).rejects.toMatchObject({
      code: 'PROPOSAL_STALE',
    });
  });
});
