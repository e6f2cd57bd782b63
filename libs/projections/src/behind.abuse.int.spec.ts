import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { expectRebuildEqualsLive } from './compare.ts';
import type { ReadModelOptions } from './options.ts';
import type { Projection } from './projection.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually, gate } from './specs/eventually.ts';
import { moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';

let database: TestDatabase;
let store: EventStore;
let open: ReadModel[];
let reader: pg.Client;

const readModel = async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel> => {
  const made = await createReadModel({ ...worklistOptions(database.url, store), ...options });
  open.unshift(made);
  return made;
};

/** The two of one process. */
const process = async (rightsProjection = worklist()) => {
  const rights = await readModel({ projections: [rightsProjection] });
  const lists = await readModel({ schema: 'triage_lists', prefix: 'triage.', behind: rights });
  return { rights, lists };
};

/** Rows of lists of whose events one statement does not see what they did to rights. */
const ahead = async () => {
  const { rows } = await reader.query(
    `SELECT l.number, l.touched, r.touched AS known FROM triage_lists.worklist l
       LEFT JOIN triage.worklist r USING (number) WHERE l.touched > coalesce(r.touched, 0)`,
  );
  return rows;
};

/** Looks for such rows again and again while something is done. */
async function neverAhead(work: () => Promise<unknown>): Promise<void> {
  let isDone = false;
  const looking = (async () => {
    while (!isDone) expect(await ahead()).toEqual([]);
  })();
  await Promise.all([looking, work().finally(() => (isDone = true))]);
}

/** A projection that waits at each batch until the gate is open. */
const held = (opened: Promise<void>): Projection => ({
  ...worklist(),
  async apply(batch, manager) {
    await opened;
    await worklist().apply(batch, manager);
  },
});

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
  open = [];
  reader = new pg.Client({ connectionString: database.url });
  await reader.connect();
});

afterEach(async () => {
  await reader.end();
  await Promise.all(open.map((model) => model.close()));
  await database.drop();
});

describe('T27: a read model that stays behind another one', () => {
  it('writes nothing of an event that the other has not committed', async () => {
    const { open: letGo, opened } = gate();
    const { rights, lists } = await process(held(opened));
    const free = await readModel({ schema: 'free', prefix: 'triage.' });
    for (const model of [rights, lists, free]) model.start();
    let last = '';
    await neverAhead(async () => {
      for (let i = 0; i < 20; i++) await free.waitFor((last = await moves(store, '1')));
    });
    expect(await rowsOf(lists)).toEqual([]);
    letGo();
    await neverAhead(() => lists.waitFor(last));
    expect(await rowsOf(lists)).toMatchObject([{ number: '1', touched: 20 }]);
  });

  it('is not ahead where another process leads, and through a swap of either', async () => {
    const [one, two] = [await process(), await process()];
    one.rights.start();
    two.lists.start();
    await eventually(() => {
      expect(one.rights.status().state).toBe('running');
      expect(two.lists.status().state).toBe('running');
    });
    two.rights.start();
    one.lists.start();
    let last = '';
    await neverAhead(async () => {
      let isDone = false;
      const writing = (async () => {
        for (let i = 0; !isDone; i++)
          await two.lists.waitFor((last = await moves(store, `${i % 5}`)));
      })();
      for (const model of [two.rights, one.lists, one.rights, two.lists]) await model.rebuild();
      isDone = true;
      await writing;
      // The lease of rights changes hands.
      await one.rights.stop();
      await two.lists.waitFor((last = await moves(store, '6')));
    });
    await one.lists.waitFor(last);
    await expectRebuildEqualsLive(two.lists);
  });

  it('is not ahead after its own swap while the other stands still', async () => {
    const { rights, lists } = await process();
    for (const model of [rights, lists]) model.start();
    await lists.waitFor(await moves(store, '1'));
    await rights.stop();
    const late = await moves(store, '2');
    await lists.rebuild();
    expect(await rowsOf(lists)).toMatchObject([{ number: '1' }]);
    rights.start();
    await neverAhead(() => lists.waitFor(late));
  });

  it('is shown second where both are built beside a log with a past', async () => {
    await moves(store, '1', 30);
    const { rights, lists } = await process();
    await neverAhead(async () => {
      lists.start();
      await eventually(() => expect(lists.status().rebuild).toMatchObject({ done: 30 }));
      rights.start();
      await lists.renewed();
      await lists.fresh();
    });
    expect(await rowsOf(lists)).toMatchObject([{ touched: 30 }]);
  });

  it('says at once why nothing comes, where the other stands still for good, and is not failed itself', async () => {
    const broken = { ...worklist(), apply: () => Promise.reject(new Error('a mistake')) };
    const { rights, lists } = await process(broken);
    for (const model of [rights, lists]) model.start();
    await moves(store, '1');
    await eventually(() => expect(rights.status().state).toBe('failed'));
    await expect(lists.fresh({ timeoutMs: 600_000 })).rejects.toMatchObject({
      code: 'READ_MODEL_STOPPED',
      details: { schema: 'triage', code: 'PROJECTION_FAILED' },
    });
    expect(() => lists.check()).not.toThrow();
    expect(await rowsOf(lists)).toEqual([]);
    await lists.stop();
  });
});
