import { afterAll, beforeAll, describe } from '@jest/globals';
import { capabilities } from '@minh-bach/testing';
import { describeEventStore, type Subject } from '../conformance/index.ts';
import { connect } from './db-client.engine.ts';
import { ServerDouble } from './double/server.fixture.ts';
import { EventStoreDbEventStore } from './eventstoredb-event-store.ts';
import { logIdOf } from './log-id.ts';
import { ownStreams } from './own-streams.fixture.ts';
import type { EventStoreDbEngine } from './engine.ts';

/** Two doors to one log, over the one client that a process may have. */
const doors = (engine: EventStoreDbEngine, log: string, close: () => Promise<void>): Subject => {
  const shared = { ...engine, close: () => Promise.resolve() };
  const [store, other] = [1, 2].map(() => new EventStoreDbEventStore(shared, log));
  return {
    store: store!,
    other: other!,
    close: async () => {
      await other!.close();
      await store!.close();
      await close();
    },
  };
};

describeEventStore('EventStoreDB: the client and the double', async () => {
  const double = await ServerDouble.start();
  const engine = connect(double.url, 5_000);
  return doors(engine, await logIdOf(engine), async () => {
    await engine.close();
    double.stop();
  });
});

const url = capabilities.eventStoreUrl;

// Without an address the run says that this is left out.
if (url !== undefined)
  describe('EventStoreDB, a real one', () => {
    let engine: EventStoreDbEngine;
    beforeAll(() => {
      engine = connect(url, 5_000);
    });
    afterAll(() => engine.close());
    describeEventStore(url.replace(/\/\/.*@/, '//'), async () =>
      doors(await ownStreams(engine), await logIdOf(engine), () => Promise.resolve()),
    );
  });
