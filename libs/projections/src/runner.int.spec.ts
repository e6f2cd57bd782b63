import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { applyBatch } from './apply-batch.ts';
import { readCheckpoint, takeOver } from './checkpoint.ts';
import { settingsOf, type ReadModelOptions } from './options.ts';
import type { Projection } from './projection.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually } from './specs/eventually.ts';
import { eventOf, moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';

let database: TestDatabase;
let store: EventStore;
let open: ReadModel[];

const readModel = async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel> => {
  const made = await createReadModel({ ...worklistOptions(database.url, store), ...options });
  open.push(made);
  return made;
};

const states = () => open.map((model) => model.status().state).sort();

/** Ends the server's side of connections of that application, as a crash would. */
const cut = (model: ReadModel, application: string) =>
  model.dataSource.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE $1 AND pid <> pg_backend_pid()`,
    [application],
  );

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((model) => model.close()));
  await database.drop();
});

describe('exactly once', () => {
  it('a connection cut between apply and commit leaves no double effect', async () => {
    let cuts = 0;
    const dying: Projection = {
      ...worklist(),
      async apply(batch, manager) {
        await worklist().apply(batch, manager);
        if (cuts++ < 2) await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
      },
    };
    const model = await readModel({ projections: [dying] });
    model.start();
    await model.waitFor(await moves(store, '1', 3));
    expect(cuts).toBe(3);
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 3 }]);
  });

  it('connections cut at random under load lose and repeat nothing', async () => {
    const [model, other] = [await readModel({ batchSize: 7 }), await readModel({ batchSize: 7 })];
    model.start();
    other.start();
    let last = '';
    for (let i = 0; i < 60; i++) {
      last = await moves(store, String(i % 4), 5);
      if (i % 12 === 5) await cut(model, 'projections triage%').catch(() => undefined);
    }
    await eventually(() => model.waitFor(last));
    expect((await rowsOf(model)).map(({ touched }) => touched)).toEqual([75, 75, 75, 75]);
  });

  it('a zombie whose fence is old writes nothing', async () => {
    const model = await readModel();
    const settings = settingsOf(worklistOptions(database.url, store));
    const position = await moves(store, '1');
    const events = [];
    for await (const event of store.readAll()) events.push(event);

    const zombie = await takeOver(model.dataSource);
    await takeOver(model.dataSource);

    await expect(
      applyBatch(model.dataSource, settings, zombie, { events, position }),
    ).rejects.toMatchObject({ code: 'FENCED' });
    expect(await rowsOf(model)).toEqual([]);
    expect(await readCheckpoint(model.dataSource)).toMatchObject({ events: 0 });
  });
});

describe('one runner', () => {
  it('is active, however many processes start; the next takes over when it stops', async () => {
    const models = [await readModel(), await readModel(), await readModel()];
    models.forEach((model) => model.start());
    await eventually(() => expect(states()).toEqual(['running', 'standby', 'standby']));

    await models.find((model) => model.status().state === 'running')?.stop();
    await eventually(() => expect(states()).toEqual(['running', 'standby', 'stopped']));
    await models[0]?.waitFor(await moves(store, '1'));
  });

  it('gives the lease up when its connection dies', async () => {
    const models = [await readModel(), await readModel()];
    models.forEach((model) => model.start());
    await eventually(() => expect(states()).toEqual(['running', 'standby']));
    for (const model of models) await cut(model, 'projections triage runner');

    await models[0]?.waitFor(await moves(store, '1', 2));
    await eventually(() => expect(states()).toEqual(['running', 'standby']));
    expect(await rowsOf(models[0] as ReadModel)).toMatchObject([{ touched: 2 }]);
  });
});

describe('what cannot be applied stops the read model visibly', () => {
  it('at an event of unknown type, after everything before it', async () => {
    const model = await readModel();
    const before = await moves(store, '1', 2);
    await store.append('triage.petition-2', [eventOf({}, 'FromTheFuture')], 'none');
    await moves(store, '3');
    model.start();
    await eventually(() =>
      expect(() => model.check()).toThrow(
        expect.objectContaining({
          code: 'READ_MODEL_STOPPED',
          details: expect.objectContaining({
            code: 'UNKNOWN_EVENT_TYPE',
            act: 'developer',
            type: 'FromTheFuture',
            stream: 'triage.petition-2',
          }) as unknown,
        }),
      ),
    );
    await model.waitFor(before);
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 2 }]);
    expect((await readCheckpoint(model.dataSource)).position).toBe(before);
  });

  it('at a projection that fails, without a word of what the event held', async () => {
    const failing: Projection = {
      ...worklist(),
      apply: () => Promise.reject(new TypeError('Nguyễn Thị Bí Mật is not a number')),
    };
    const logged: unknown[] = [];
    const log = { info: () => undefined, error: (fields: object) => logged.push(fields) };
    const model = await readModel({ projections: [failing], log });
    model.start();
    await moves(store, '1');
    await eventually(() => expect(model.status().state).toBe('failed'));
    expect(model.status().error).toMatchObject({
      code: 'PROJECTION_FAILED',
      act: 'developer',
      details: { projection: 'worklist', reason: 'TypeError' },
    });
    expect(JSON.stringify([model.status(), logged])).not.toContain('Bí Mật');
    await model.stop();
    expect(() => model.check()).toThrow();
    expect(model.status().state).toBe('failed');
  });

  it('at a log that is not the one its checkpoint is of', async () => {
    const first = await readModel();
    first.start();
    await first.waitFor(await moves(store, '1', 5));
    await first.close();

    const model = await readModel({ store: createMemoryEventStore() });
    model.start();
    await eventually(() =>
      expect(model.status().error).toMatchObject({ code: 'FOREIGN_POSITION', act: 'operator' }),
    );
  });

  it.each([
    ['a version that it does not know', [worklist(2)]],
    ['a projection that it does not know', [worklist(), { ...worklist(), name: 'newer' }]],
  ])('at rows of %s', async (_, projections) => {
    await readModel({ projections });
    const older = await readModel();
    older.start();
    await eventually(() =>
      expect(older.status().error).toMatchObject({ code: 'READ_MODEL_NEWER', act: 'operator' }),
    );
  });

  it('at rows that newer code put in their place while it stood by', async () => {
    const models = [await readModel(), await readModel()];
    models.forEach((model) => model.start());
    await eventually(() => expect(states()).toEqual(['running', 'standby']));
    await (await readModel({ projections: [worklist(2)] })).rebuild();
    await moves(store, '1');
    await eventually(() =>
      expect(models.map((model) => model.status().error?.code)).toEqual([
        'READ_MODEL_NEWER',
        'READ_MODEL_NEWER',
      ]),
    );
  });
});

describe('answers that are kept', () => {
  const touched = (model: ReadModel) => {
    const kept = model.memo(['triage.']);
    return async () => {
      const [row] = await kept.query<{ touched: number }[]>('SELECT touched FROM worklist');
      return row?.touched;
    };
  };

  it('are new once the rows are known to be, in the process of the runner and in the other', async () => {
    const [leads, standsBy] = [await readModel(), await readModel()];
    leads.start();
    await leads.waitFor(await moves(store, '1', 1));
    standsBy.start();
    const asked = [leads, standsBy].map((model) => [model, touched(model)] as const);
    for (const [model, ask] of asked) {
      await model.waitFor(await store.head());
      expect(await ask()).toBe(1);
    }
    const position = await moves(store, '1', 2);
    for (const [model, ask] of asked) {
      await model.waitFor(position);
      expect(await ask()).toBe(3);
    }
  });

  it('are new after another process has taken over', async () => {
    const [leads, follows] = [await readModel(), await readModel()];
    leads.start();
    await leads.waitFor(await moves(store, '1', 1));
    const ask = touched(follows);
    follows.start();
    await follows.waitFor(await store.head());
    expect(await ask()).toBe(1);
    await leads.stop();
    await follows.waitFor(await moves(store, '1', 1));
    expect(await ask()).toBe(2);
  });
});
