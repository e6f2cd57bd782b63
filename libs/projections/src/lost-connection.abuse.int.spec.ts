import type { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { DataSource, Driver } from 'typeorm';
import { createReadModel, type ReadModel } from './read-model.ts';
import { worklistOptions } from './specs/worklist.ts';

let database: TestDatabase;
let model: ReadModel;

beforeAll(async () => {
  database = await createTestDatabase();
  model = await createReadModel(worklistOptions(database.url, createMemoryEventStore()));
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
});
