import { ask, askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { merging, settlement } from '../commands/index.ts';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, reason } from './merging.fixture.ts';

const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});
const pair = async () => [await office.petition(), await office.petition()] as const;

describe('a merge that fails after the other one was told', () => {
  /** This happens right after the other one noted it. */
  const meanwhile = (happens: () => Promise<unknown>) => {
    const { service } = office.triage;
    const run = service.run.bind(service);
    let isDone = false;
    service.run = async (asked) => {
      const done = await run(asked);
      const { type } = asked.command as { type: string };
      if (type !== 'TakeInDuplicate' || isDone) return done;
      isDone = true;
      service.run = run;
      await happens();
      return done;
    };
  };

  it('leaves nothing behind', async () => {
    const [one, other, third] = [...(await pair()), await office.petition()];
    await office.classify(one);
    const filed = { outcome: 'filed', competentBody: null, reason: 'x' } as const;
    meanwhile(() => ask(office.triage.service, settlement, one, filed as never, askedBy(giang)));
    await expect(office.merge(one, other)).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
    expect((await office.page(other)).merged.from).toEqual([]);
    await office.merge(other, third);
  });

  it('is undone by no old request to take out that is sent again', async () => {
    const [one, former, present, next] = [...(await pair()), ...(await pair())];
    const again = { commandId: '8f14e45f-ceea-867a-b7a1-1c5d0c2f4b6a' };
    await office.merge(one, former);
    await office.unmerge(one, giang, again);
    for (const into of [present, former]) {
      await office.merge(one, into);
      await office.unmerge(one, giang, again);
      expect((await office.page(into)).merged.from).toEqual([one]);
      await expect(office.merge(into, next)).rejects.toMatchObject({ code: 'MERGE_HOLDS_OTHERS' });
      await office.unmerge(one);
    }
  });
});

describe('T9: the stream of the one that others are merged into', () => {
  it('takes in so many of one person in a day', async () => {
    const into = await office.petition();
    const [one, two] = await pair();
    const codes = new Set<string>();
    for (let n = 0; n < 30; n += 1) {
      const each = n % 2 === 0 ? one : two;
      await ask(office.triage.service, merging, each, { into, reason }, askedBy(giang)).then(
        () => office.unmerge(each),
        ({ code }) => codes.add(code),
      );
    }
    expect([...codes]).toEqual(['TOO_OFTEN_TODAY']);
    expect((await office.triage.events(`triage.petition-${into}`)).length).toBeLessThan(50);
    expect((await office.page(into)).revision).toBe(0);
  }, 60_000);
});
