import { expect, it } from '@jest/globals';
import { comparePositions, isAfter } from '../position.ts';
import { all, eventsData, eventsIn, until } from './subject.ts';
import type { SubscriptionMessage } from '../event-store.ts';
import type { Subject } from './subject.ts';

const caughtUp = (messages: readonly SubscriptionMessage[]) => messages.at(-1)?.kind === 'caughtUp';

export function describeSubscriptions(subject: () => Subject): void {
  const store = () => subject().store;

  it('catches up, says so, and goes on live', async () => {
    await store().append('a.1', eventsData(3), 'none');
    let appended: Promise<unknown> | undefined;
    const messages = await until(
      (signal) => store().subscribe({ signal, batchSize: 2 }),
      (sofar) => {
        if (caughtUp(sofar)) appended = store().append('a.1', eventsData(2), 2);
        return eventsIn(sofar).length === 5;
      },
    );
    await appended;
    expect(eventsIn(messages)).toEqual(await all(store().readAll()));
    const behind = messages.findIndex(({ kind }) => kind === 'caughtUp');
    expect(eventsIn(messages.slice(0, behind))).toHaveLength(3);
  });

  it('hears what comes in by another door', async () => {
    const other = subject().other;
    if (!other) return;
    let appended: Promise<unknown> | undefined;
    const messages = await until(
      (signal) => store().subscribe({ signal }),
      (sofar) => {
        if (caughtUp(sofar)) appended = other.append('a.1', eventsData(1), 'none');
        return eventsIn(sofar).length === 1;
      },
    );
    await appended;
    expect(eventsIn(messages)).toHaveLength(1);
  });

  it('goes on after its checkpoint, without gap or repetition, wherever it was cut off', async () => {
    await store().append('a.1', eventsData(5), 'none');
    await store().append('b.1', eventsData(4), 'none');
    await store().append('a.1', eventsData(3), 4);
    const seen: string[] = [];
    let after: string | undefined;
    for (let run = 0; run < 20; run += 1) {
      const messages = await until(
        (signal) =>
          store().subscribe({
            signal,
            batchSize: 2,
            prefixes: ['a.'],
            ...(after !== undefined && { after }),
          }),
        (sofar) => sofar.at(-1)?.kind !== 'event',
      );
      seen.push(...eventsIn(messages).map(({ id }) => id));
      const last = messages.at(-1);
      if (last?.kind === 'checkpoint') after = last.position;
      if (last?.kind === 'caughtUp') break;
    }
    const stored = await all(store().readStream('a.1'));
    expect(seen).toEqual(stored.map(({ id }) => id));
  });

  it('moves its checkpoint past what does not match', async () => {
    await store().append('b.1', eventsData(5), 'none');
    const messages = await until(
      (signal) => store().subscribe({ signal, prefixes: ['a.'] }),
      caughtUp,
    );
    const positions = messages.map((m) => (m.kind === 'event' ? m.event.position : m.position));
    expect(eventsIn(messages)).toEqual([]);
    expect(messages.map(({ kind }) => kind)).toContain('checkpoint');
    expect(comparePositions(positions.at(-1)!, await store().head())).toBe(0);
  });

  it('skips nothing and repeats nothing while sixteen write', async () => {
    const total = 16 * 20;
    const writing = Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let i = 0; i < 20; i += 1)
          await store().append(`a.${writer}`, eventsData(1), i === 0 ? 'none' : i - 1);
      }),
    );
    const messages = await until(
      (signal) => store().subscribe({ signal, batchSize: 7 }),
      (sofar) => sofar.length >= total && eventsIn(sofar).length === total,
    );
    await writing;
    const ids = eventsIn(messages).map(({ id }) => id);
    expect(ids).toEqual((await all(store().readAll())).map(({ id }) => id));
    expect(new Set(ids).size).toBe(total);
  });

  it('stops loudly when its checkpoint is ahead of the log', async () => {
    const { position } = await store().append('a.1', eventsData(1), 'none');
    const after = position.replace(/\d+$/, (place) => String(Number(place) + 1_000_000));
    expect(isAfter(after, position)).toBe(true);
    const { signal } = new AbortController();
    await expect(all(store().subscribe({ after, signal }))).rejects.toMatchObject({
      code: 'CHECKPOINT_AHEAD',
    });
  });

  it('ends when the signal aborts, waiting or not', async () => {
    const abort = new AbortController();
    for await (const { kind } of store().subscribe({ signal: abort.signal }))
      if (kind === 'caughtUp') setImmediate(() => abort.abort());
    expect(await all(store().subscribe({ signal: abort.signal }))).toEqual([]);
  });
}
