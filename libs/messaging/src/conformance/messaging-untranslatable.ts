import { expect, it } from '@jest/globals';
import { until } from './fixture.ts';
import type { MessagingUnderTest } from './messaging-under-test.ts';

/** Events that their service cannot put into its own words for the outside (T26). */
export function messagingUntranslatable(on: MessagingUnderTest): void {
  const held = () => on.harness.held(on.group);
  // A stream's messages come in order; two streams may come in either order.
  const arrived = (stream: string, count: number) => on.of(stream).length === count;

  it('T26: parks the stream of an event that its contract refuses; the others go on', async () => {
    on.harness.refused.add(1);
    for (let n = 0; n < 4; n += 1)
      for (const s of ['bad', 'good']) on.append(s, n + (s === 'bad' ? 0 : 10));
    const consumer = await on.consume();
    await until(() => arrived('good', 4) && arrived('bad', 1));
    await until(async () => (await held())[0]?.count === 3);
    expect(on.of('bad')).toEqual(['bad@0']);
    expect(await held()).toMatchObject([
      { stream: `${on.harness.prefix}bad`, state: 'parked', reason: 'UNTRANSLATABLE' },
    ]);
    expect((await held())[0]?.errorId).toEqual(expect.any(String));
    consumer.check();
  });

  it('T26: keeps it parked over a restart, with what comes behind it', async () => {
    on.harness.refused.add(1);
    on.append('bad', 0);
    on.append('bad', 1);
    const consumer = await on.consume();
    await until(async () => (await held()).length === 1);
    await consumer.stop();
    on.append('bad', 2);
    on.append('good', 10);
    await on.consume();
    await until(() => arrived('good', 1) && arrived('bad', 1));
    await until(async () => (await held())[0]?.count === 2);
    expect(on.of('bad')).toEqual(['bad@0']);
  });

  it('T26: goes on in order once the cause is mended and the stream is redriven', async () => {
    on.harness.refused.add(1).add(3);
    for (let n = 0; n < 5; n += 1) on.append('bad', n);
    await on.consume();
    await until(async () => arrived('bad', 1) && (await held())[0]?.count === 4);
    const stream = `${on.harness.prefix}bad`;

    // Not mended: parked again where it stood.
    expect(await on.harness.redrive(on.group, stream)).toMatchObject({ streams: 1 });
    await until(async () => (await held())[0]?.state === 'parked');
    expect(on.of('bad')).toEqual(['bad@0']);

    // The first cause is mended: on to the next.
    on.harness.refused.delete(1);
    await on.harness.redrive(on.group, stream);
    await until(async () => on.of('bad').length === 3 && (await held())[0]?.state === 'parked');
    expect((await held())[0]?.count).toBe(2);

    on.harness.refused.clear();
    await on.harness.redrive(on.group, stream);
    await until(async () => on.of('bad').length === 5 && (await held()).length === 0);
    on.append('bad', 5);
    await until(() => on.of('bad').length === 6);
    expect(on.of('bad')).toEqual([0, 1, 2, 3, 4, 5].map((r) => `bad@${r}`));
  });

  it('T26: lets the stream of an event that only a newer version knows wait', async () => {
    on.append('new', 0, 'FromTheFuture');
    on.append('new', 1);
    on.append('old', 2);
    const consumer = await on.consume();
    await until(async () => on.of('old').length === 1 && (await held())[0]?.count === 2);
    expect(await held()).toMatchObject([{ state: 'waiting', reason: 'UNKNOWN_EVENT_TYPE' }]);
    expect(on.of('new')).toEqual([]);
    consumer.check();
  });
}
