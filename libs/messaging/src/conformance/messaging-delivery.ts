import { expect, it } from '@jest/globals';
import { until } from './fixture.ts';
import type { MessagingUnderTest } from './messaging-under-test.ts';

/** What is published comes, in order, with its origin, and counts once. */
export function messagingDelivery(on: MessagingUnderTest): void {
  it('brings what is published, in order within each stream, what was there before too', async () => {
    for (let n = 0; n < 30; n += 1) on.append(`s-${n % 3}`, n);
    await on.consume();
    await until(() => on.effects.size === 30);
    for (let n = 30; n < 60; n += 1) on.append(`s-${n % 3}`, n);
    await until(() => on.effects.size === 60);

    for (const s of ['s-0', 's-1', 's-2'])
      expect(on.of(s)).toEqual(Array.from({ length: 20 }, (_, r) => `${s}@${r}`));
    expect(on.calls).toHaveLength(60);
  });

  it('carries references and origin, and skips what is nobody’s business', async () => {
    on.append('s-1', 1);
    on.append('s-1', 2, 'KeptToItself');
    on.append('s-1', 3);
    await on.consume();
    await until(() => on.effects.size === 2);

    const [first, second] = [...on.effects.values()];
    const stream = `${on.harness.prefix}s-1`;
    expect(first?.source).toEqual({ stream, revision: 0, previous: null });
    expect(second).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      topic: on.harness.topic,
      type: 'Noted',
      data: { n: 3 },
      source: { stream, revision: 2, previous: 0 },
      correlationId: 'story-1',
      causationId: expect.any(String),
      occurredAt: '2026-03-02T01:02:03.000Z',
    });
  });

  it('goes on where it stopped, and says in what was not seen before what came before it', async () => {
    on.append('s-1', 1);
    const consumer = await on.consume();
    await until(() => on.effects.size === 1);
    await consumer.stop();
    on.append('s-1', 2);
    on.append('s-2', 1);
    await on.consume();

    await until(() => on.effects.size === 3);
    expect(on.calls.toSorted()).toEqual(['s-1@0', 's-1@1', 's-2@0']);
    const previous = [...on.effects.values()].find((m) => on.at(m) === 's-1@1')?.source.previous;
    expect(previous).toBe(0);
  });

  it('drops what was seen when everything is sent again', async () => {
    for (let n = 0; n < 10; n += 1) on.append('s-1', n);
    const consumer = await on.consume();
    await until(() => on.effects.size === 10);
    await consumer.stop();
    await on.harness.repeatEverything(on.group);
    on.append('s-1', 10);
    await on.consume();

    await until(() => on.effects.size === 11);
    expect(on.of('s-1')).toEqual(Array.from({ length: 11 }, (_, r) => `s-1@${r}`));
  });

  it('has one effect of a message that came twice since the note of it got lost', async () => {
    const inbox = on.harness.inboxOf(on.group);
    const advance = inbox.advance.bind(inbox);
    let lost = 0;
    inbox.advance = async (handled) => {
      if ((lost += 1) === 1) throw new Error('died before the note');
      await advance(handled);
    };
    on.append('s-1', 1);
    await on.consume({ inboxOf: () => inbox });
    await until(() => on.calls.length === 2);
    expect(on.calls).toEqual(['s-1@0', 's-1@0']);
    expect(on.effects.size).toBe(1);
    await until(
      async () => (await inbox.load([`${on.harness.prefix}s-1`])).values().next().value?.last === 0,
    );
  });

  it('works on few messages at once however many there are', async () => {
    let [now, most, gate] = [0, 0, Promise.resolve()];
    let open = () => undefined as void;
    gate = new Promise<void>((resolve) => (open = resolve));
    on.behaviour = async () => {
      most = Math.max(most, (now += 1));
      await gate;
      now -= 1;
    };
    for (let n = 0; n < 600; n += 1) on.append(`s-${n % 60}`, n);
    await on.consume({ concurrency: 2 });
    await until(() => now >= 2);
    open();
    await until(() => on.effects.size === 600);
    // Kafka: up to three partitions at once.
    expect(most).toBeLessThanOrEqual(6);
    expect(on.calls).toHaveLength(600);
  });

  it('finishes what is in flight when it is stopped, and begins nothing more', async () => {
    let begun = 0;
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    on.behaviour = async () => {
      begun += 1;
      await gate;
    };
    for (let n = 0; n < 20; n += 1) on.append('s-1', n);
    const consumer = await on.consume();
    await until(() => begun === 1);
    const stopped = consumer.stop();
    open();
    await stopped;
    expect(on.calls).toEqual(['s-1@0']);

    await on.consume();
    await until(() => on.effects.size === 20);
    expect(on.calls).toHaveLength(20);
  });
}
