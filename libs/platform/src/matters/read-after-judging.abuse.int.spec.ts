import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { loadMatter } from '../pages/load-matter.ts';
import { askedBy, someoneOf } from '../specs/asked-by.ts';
import { demoDecider, demoService, note, open } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const NUMBER = 'D26-00000001-0';
const STREAM = `demo.petition-${NUMBER}`;
/** A page needs a state that says what it is. */
const paged = {
  initialState: { is: 'unknown' },
  evolve: () => ({ is: 'open' }),
} as const;
let database: TestDatabase;
let running: TestService;
let restore = (): void => undefined;

const record = (command: ReturnType<typeof note> | ReturnType<typeof open>) =>
  running.service.run({
    decider: demoDecider,
    stream: STREAM,
    command,
    context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
  });

beforeAll(async () => {
  database = await createTestDatabase();
  const now = '2026-11-20T02:00:00.000Z';
  running = await startTestService(demoService, { databaseUrl: database.url, now });
  await running.knows(organisation);
  await record(open());
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

/** Another command comes after it was judged that the stream is theirs to see. */
beforeEach(() => {
  const { matters } = running.service;
  const streamsOf = matters.streamsOf.bind(matters);
  matters.streamsOf = async (...asked) => {
    const judged = await streamsOf(...asked);
    await record(note());
    return judged;
  };
  restore = () => void Object.assign(matters, { streamsOf });
});
afterEach(() => restore());

const asker = someoneOf('HQ-SM');

describe('T27: what is recorded after it was judged who sees a matter is not shown', () => {
  it('by its history', async () => {
    const entries = await running.service.history.of(NUMBER, 'petition.read', asker);
    expect(entries.map(({ type }) => type)).toEqual(['DemoOpened']);
  });

  it('by its page, nor does a command decide by it', async () => {
    const matter = { prefix: 'demo.petition-', decider: paged };
    const { events } = await loadMatter(running.service, matter, NUMBER, 'petition.read', {
      ...asker,
      role: 'classifier',
    });
    expect(events.map(({ event }) => event.type)).toEqual(['DemoOpened', 'DemoNoted']);
  });
});
