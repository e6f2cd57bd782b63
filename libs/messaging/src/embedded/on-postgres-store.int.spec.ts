import { expect, it } from '@jest/globals';
import { createPostgresEventStore } from '@minh-bach/event-store';
import { createTestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { contractsOf, eventData, publicationOf, unique, until } from '../conformance/fixture.ts';
import { PostgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { createEmbeddedMessaging } from './embedded-messaging.ts';

it('carries messages between services over the log in PostgreSQL, across a restart', async () => {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  const [service, group] = [unique('service'), unique('group')];
  const publication = publicationOf(service);
  const calls: string[] = [];
  const consume = async () => {
    const messaging = createEmbeddedMessaging({
      store,
      publications: [publication],
      contracts: contractsOf(service),
      inboxOf: (name) => new PostgresInboxStore(name, pool),
    });
    const handler = async ({ source }: { source: { stream: string; revision: number } }) =>
      void calls.push(`${source.stream}@${source.revision}`);
    await messaging.consume({ group, topics: [publication.topic], handler });
    return messaging;
  };
  const append = (stream: string) => store.append(stream, [eventData(1), eventData(2)], 'any');

  const first = await consume();
  await append(`${service}.a`);
  await append(`elsewhere.a`);
  await until(() => calls.length === 2);
  await first.close();
  await append(`${service}.a`);
  const second = await consume();
  await append(`${service}.b`);
  await until(() => calls.length === 6);

  const of = (stream: string) => calls.filter((call) => call.startsWith(`${service}.${stream}@`));
  expect(of('a')).toEqual([0, 1, 2, 3].map((r) => `${service}.a@${r}`));
  expect(of('b')).toEqual([0, 1].map((r) => `${service}.b@${r}`));
  await second.close();
  await store.close();
  await pool.end();
  await database.drop();
});
