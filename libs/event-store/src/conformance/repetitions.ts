import { expect, it } from '@jest/globals';
import { all, eventData, eventsData, plain } from './subject.ts';
import type { Subject } from './subject.ts';

export function describeRepetitions(subject: () => Subject): void {
  const store = () => subject().store;

  it('answers the same append with its first answer, whatever was appended since', async () => {
    const [first, second] = [eventsData(2), eventsData(2)];
    const answers = [
      await store().append('a.1', first, 'none'),
      await store().append('a.1', second, 1),
    ];
    await store().append('a.1', eventsData(3), 3);
    expect([
      await store().append('a.1', first, 'none'),
      await store().append('a.1', second, 1),
    ]).toEqual(answers);
    expect(await all(store().readStream('a.1'))).toHaveLength(7);
  });

  it('stores an append once that is sent many times at once, by whatever door', async () => {
    const events = eventsData(2);
    const doors = [store(), subject().other ?? store()];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) => doors[i % 2]!.append('a.1', events, 'none')),
    );
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await all(store().readStream('a.1'))).toHaveLength(2);
  });

  it.each([
    { what: 'data', change: { data: Buffer.from('"changed"') } },
    { what: 'metadata', change: { metadata: Buffer.from('"changed"') } },
    { what: 'type', change: { type: 'Changed' } },
  ])('refuses a known id with other $what', async ({ change }) => {
    const event = eventData();
    await store().append('a.1', [event], 'none');
    await expect(store().append('a.1', [{ ...event, ...change }], 'none')).rejects.toMatchObject({
      code: 'ID_CONFLICT',
      details: { stream: 'a.1', id: event.id },
    });
    expect((await all(store().readStream('a.1'))).map(plain)).toEqual([plain(event)]);
  });

  it('refuses known ids with a new one behind', async () => {
    const [one, two, three] = [eventData(), eventData(), eventData()];
    await store().append('a.1', [one, two], 'none');
    await expect(store().append('a.1', [one, two, three], 'none')).rejects.toMatchObject({
      code: 'ID_CONFLICT',
    });
    expect(await all(store().readStream('a.1'))).toHaveLength(2);
  });

  it('refuses known ids in another order', async () => {
    const [one, two] = [eventData(), eventData()];
    await store().append('a.1', [one, two], 'none');
    await expect(store().append('a.1', [two, one], 'none')).rejects.toMatchObject({
      code: 'ID_CONFLICT',
    });
  });

  it('takes one id in two streams', async () => {
    const event = eventData();
    await store().append('a.1', [event], 'none');
    expect(await store().append('a.2', [event], 'none')).toMatchObject({ revision: 0 });
  });
}
