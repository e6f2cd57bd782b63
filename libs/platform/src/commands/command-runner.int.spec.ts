import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMemoryEventStore,
  createPostgresEventStore,
  type EventStore,
} from '@minh-bach/event-store';
import type { RequestContext } from '@minh-bach/http';
import { DomainError, isCiphertext, type Clock, type Decider } from '@minh-bach/kernel';
import { createTestDatabase } from '@minh-bach/testing';
import type { Vault } from '@minh-bach/vault';
import { registryOf } from '../service/service-definition.ts';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoDecider,
  demoService,
  note,
  open,
  type DemoCommand,
  type DemoEvent,
  type DemoState,
} from '../specs/demo-service.ts';
import { memoryVault, secretOf } from '../specs/test-infrastructure.ts';
import { CommandRunner } from './command-runner.ts';

const clock: Clock = { now: () => new Date('2026-11-20T02:00:00.000Z') };
const registry = registryOf(demoService);
const secret = secretOf('demo');

let numbers = 0;
/** A matter that no other test knows. */
const fresh = (): string => `demo.petition-D26-${String((numbers += 1)).padStart(8, '0')}-0`;

const by = (person: string, over: Partial<RequestContext> = {}): RequestContext =>
  askedBy({ person, role: 'head', unit: 'HQ-SM' }, over);

const inMemory = async () => ({ store: createMemoryEventStore(), close: async () => undefined });
const onPostgres = async () => {
  const database = await createTestDatabase();
  const store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { store, close };
};

describe.each([
  ['memory', inMemory],
  ['PostgreSQL', onPostgres],
])('a command, on %s', (_, start) => {
  let store: EventStore;
  let vault: Vault;
  let close: () => Promise<unknown>;

  beforeAll(async () => {
    ({ store, close } = await start());
    vault = await memoryVault();
  });
  afterAll(() => close());

  const runnerOn = (on: EventStore) =>
    new CommandRunner({ store: on, vault, registry, clock, secret });
  const run = (stream: string, command: DemoCommand, context: RequestContext, on = store) =>
    runnerOn(on).run({ decider: demoDecider, stream, command, context });
  const check = (stream: string, command: DemoCommand, context: RequestContext) =>
    runnerOn(store).check({ decider: demoDecider, stream, command, context });

  const stored = async (stream: string) => {
    const events = [];
    for await (const event of store.readStream(stream)) events.push(event);
    return events;
  };
  const typesIn = async (stream: string) => (await stored(stream)).map(({ type }) => type);

  /** A store in whose first append something happens before or after. */
  const once = (before: () => Promise<unknown>, after = async () => undefined): EventStore => {
    let first = true;
    return {
      ...store,
      readStream: (...asked) => store.readStream(...asked),
      async append(...asked) {
        if (!first) return store.append(...asked);
        first = false;
        await before();
        const result = await store.append(...asked);
        await after();
        return result;
      },
    };
  };

  it('is answered from what is stored when it is retried, whatever came since', async () => {
    const stream = fresh();
    const context = by('binh');
    const first = await run(stream, open(), context);
    await run(stream, note(), by('cuc'));
    const again = await run(stream, open(), context);
    expect(again.events).toEqual(first.events);
    expect([first.revision, again.revision]).toEqual([0, 0]);
    expect(again.position).toBe(first.position);
    expect(await typesIn(stream)).toEqual(['DemoOpened', 'DemoNoted']);
  });

  it('is refused with another body under the same key', async () => {
    const stream = fresh();
    const context = by('binh');
    await run(stream, open(), context);
    const other = { ...context, requestHash: 'another body' };
    await expect(run(stream, note(), other)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await stored(stream)).toHaveLength(1);
  });

  it('by who saw an older revision is refused, and told who changed what', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    await run(stream, note(), by('cuc'));
    await expect(run(stream, note(), by('binh', { ifMatch: 0 }))).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
      details: {
        seenRevision: 0,
        actualRevision: 1,
        since: [{ revision: 1, type: 'DemoNoted', by: 'cuc', at: '2026-11-20T02:00:00.000Z' }],
      },
    });
    await expect(run(stream, note(), by('binh', { ifMatch: 7 }))).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
    });
    expect((await run(stream, note(), by('binh', { ifMatch: 1 }))).revision).toBe(2);
  });

  it('that was done is answered on retry, though its If-Match is stale by now', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    const context = by('cuc', { ifMatch: 0 });
    await run(stream, note(), context);
    expect((await run(stream, note(), context)).events).toHaveLength(1);
  });

  it('of two at once that saw the same, one wins', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    const both = await Promise.allSettled([
      run(stream, note('một'), by('binh', { ifMatch: 0 })),
      run(stream, note('hai'), by('cuc', { ifMatch: 0 })),
    ]);
    const lost = both.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ reason: { code: 'REVISION_CHANGED' } });
    expect(await stored(stream)).toHaveLength(2);
  });

  it('sent twice at once happens once, and both are answered the same', async () => {
    const stream = fresh();
    const context = by('binh');
    const [one, other] = await Promise.all([
      run(stream, open(), context),
      run(stream, open(), context),
    ]);
    expect(one.events).toEqual(other.events);
    expect(await stored(stream)).toHaveLength(1);
  });

  it('that meets a conflict is decided again on the fresh stream', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    const racing = once(() => run(stream, note('trước'), by('cuc')));
    expect((await run(stream, note('sau'), by('binh'), racing)).revision).toBe(2);

    const full = once(() => run(stream, note('ba'), by('cuc')));
    await expect(run(stream, note('bốn'), by('binh'), full)).rejects.toMatchObject({
      code: 'ENOUGH_NOTES',
    });
  });

  it('whose append was stored without an answer is repeated, and stored once', async () => {
    const stream = fresh();
    const deaf = once(
      async () => undefined,
      async () => {
        throw new DomainError('APPEND_AMBIGUOUS');
      },
    );
    const outcome = await run(stream, open(), by('binh'), deaf);
    const [event] = await stored(stream);
    expect(outcome).toMatchObject({ revision: 0, position: event?.position });
    expect(await stored(stream)).toHaveLength(1);
  });

  it('whose append was lost without an answer is repeated, and stored once', async () => {
    const stream = fresh();
    const lossy = once(async () => {
      throw new DomainError('APPEND_AMBIGUOUS');
    });
    expect((await run(stream, open(), by('binh'), lossy)).revision).toBe(0);
    expect(await stored(stream)).toHaveLength(1);
  });

  it('is not tried again when the store refuses it for good', async () => {
    const stream = fresh();
    const away = once(async () => {
      throw new DomainError('STORE_UNAVAILABLE');
    });
    await expect(run(stream, open(), by('binh'), away)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(await stored(stream)).toEqual([]);
  });

  it('leaves its sealed fields sealed in the stored bytes, and opens for the matter', async () => {
    const stream = fresh();
    const { events } = await run(stream, open(), by('binh'));
    const [event] = await stored(stream);
    const bytes = Buffer.concat([event!.data, event!.metadata]).toString();
    for (const secretWord of ['Mây', 'Đặng', '0912345678']) expect(bytes).not.toContain(secretWord);
    expect(bytes).toContain('Trích yếu');

    const { name, text } = (events[0]!.event as Extract<DemoEvent, { type: 'DemoOpened' }>).data;
    if (!isCiphertext(name) || !isCiphertext(text)) throw new Error('not sealed');
    expect([name.$sealed, text.$sealed]).toEqual(['identity', 'working']);
    const owner = stream.slice(stream.indexOf('-') + 1);
    const field = { owner, eventId: event!.id, path: '/name', sealed: name };
    expect(await vault.open([field])).toEqual([
      { state: 'open', value: { first: 'Mây', last: 'Đặng Thị' } },
    ]);
    await expect(vault.open([{ ...field, owner: 'D26-99999999-9' }])).rejects.toThrow();
  });

  it('says who acted, when it happened and why that was before it was written down', async () => {
    const stream = fresh();
    const { events } = await runnerOn(store).run({
      decider: demoDecider,
      stream,
      command: open(),
      context: by('binh', { traceparent: '00-0af7-b7ad-01' }),
      occurred: { at: '2026-11-18T00:00:00+07:00', reason: 'RECEIVED_BEFORE_REGISTRATION' },
    });
    expect(events[0]!.metadata).toMatchObject({
      actor: { person: 'binh', role: 'head', unit: 'HQ-SM' },
      occurredAt: '2026-11-18T00:00:00+07:00',
      occurredReason: 'RECEIVED_BEFORE_REGISTRATION',
      recordedAt: '2026-11-20T02:00:00.000Z',
      traceparent: '00-0af7-b7ad-01',
    });
  });

  it('that commutes is recorded, of fifty at once in each of two processes', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    // Without the demonstration's limit of notes.
    const decider: Decider<DemoState | null, string, DemoEvent> = {
      ...demoDecider,
      decide: (text) => [{ type: 'DemoNoted', data: { text } }],
    };
    const processes = [runnerOn(store), runnerOn(store)];
    const outcomes = await Promise.allSettled(
      processes.flatMap((runner) =>
        Array.from({ length: 50 }, () =>
          runner.run({ decider, stream, command: 'Ghi chú', context: by('cuc') }),
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await stored(stream)).toHaveLength(101);
  });

  it('that is refused stores nothing', async () => {
    const stream = fresh();
    await expect(run(stream, note(), by('binh'))).rejects.toMatchObject({ code: 'NOT_OPEN' });
    expect(await stored(stream)).toEqual([]);
  });

  it('with nothing to do stores nothing, and answers the revision there is', async () => {
    const stream = fresh();
    await run(stream, open(), by('binh'));
    expect(await run(stream, note(''), by('binh'))).toMatchObject({ revision: 0, events: [] });
    expect(await stored(stream)).toHaveLength(1);
  });

  it('that was done is not refused when it is checked again', async () => {
    const stream = fresh();
    const context = by('binh');
    await run(stream, open(), context);
    await check(stream, open(), context);
    await expect(check(stream, open(), by('binh'))).rejects.toMatchObject({ code: 'OPEN_ALREADY' });
  });

  it('that is only checked stores nothing, and refuses as it would', async () => {
    const stream = fresh();
    await expect(check(stream, note(), by('binh'))).rejects.toMatchObject({ code: 'NOT_OPEN' });
    await check(stream, open(), by('binh'));
    expect(await stored(stream)).toEqual([]);
    await run(stream, open(), by('binh'));
    await expect(check(stream, note(), by('binh', { ifMatch: 3 }))).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
    });
    expect(await stored(stream)).toHaveLength(1);
  });
});
