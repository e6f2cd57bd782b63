import type { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { DataSource, Driver } from 'typeorm';
import type { Projection } from './projection.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually } from './specs/eventually.ts';
import { moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';

let database: TestDatabase;
let model: ReadModel;
const store = createMemoryEventStore();
let cuts = 0;

/** Its first batch loses the connection between two statements, and TypeORM has noticed before the next. */
const cutOnce: Projection = {
  ...worklist(),
  async apply(batch, manager) {
    if ((cuts += 1) === 1) {
      const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      await model.dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
      await eventually(() => expect(manager.queryRunner?.isReleased).toBe(true));
    }
    await worklist().apply(batch, manager);
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
  model = await createReadModel({
    ...worklistOptions(database.url, store),
    projections: [cutOnce],
  });
});
afterAll(async () => {
  await model.close();
  await database.drop();
});

/** As TypeORM's own runner takes one, before it listens. */
type PoolDriver = Driver & {
  obtainMasterConnection(): Promise<[connection: EventEmitter, release: (error?: Error) => void]>;
};
const take = ({ driver }: DataSource) => (driver as PoolDriver).obtainMasterConnection();

describe('T31: a connection that PostgreSQL cuts', () => {
  it('ends no process, even in the moment in which it is handed over', async () => {
    const [connection, release] = await take(model.dataSource);
    const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(() => connection.emit('error', lost)).not.toThrow();
    release(lost);
    expect(await model.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops no read model, in whichever moment of a batch it is lost', async () => {
    model.start();
    await model.waitFor(await moves(store, '1', 3));
    expect(cuts).toBe(2);
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 3 }]);
  });
});
