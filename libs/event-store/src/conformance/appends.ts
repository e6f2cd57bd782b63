import { expect, it } from '@jest/globals';
import { MAX_APPEND_BYTES } from '../event-store.ts';
import { isAfter } from '../position.ts';
import { all, eventData, eventsData, plain } from './subject.ts';
import type { Subject } from './subject.ts';

export function describeAppends(subject: () => Subject): void {
  const store = () => subject().store;

  it('gives back the same bytes in the same order', async () => {
    const events = [
      { ...eventData(), data: Buffer.from([0, 255, 10, 92, 120]), metadata: Buffer.alloc(0) },
      eventData('Kính gửi Cục Hải quan — Ữ'),
    ];
    await store().append('intake.đơn/2026:07-Ữ', events, 'none');
    const stored = await all(store().readStream('intake.đơn/2026:07-Ữ'));
    expect(stored.map(plain)).toEqual(events.map(plain));
    expect(stored.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(stored.map(({ stream }) => stream)).toEqual(Array(2).fill('intake.đơn/2026:07-Ữ'));
  });

  it('answers with revision and position of the last event', async () => {
    const first = await store().append('a.1', eventsData(2), 'none');
    const second = await store().append('a.1', eventsData(3), 1);
    expect([first.revision, second.revision]).toEqual([1, 4]);
    expect(isAfter(second.position, first.position)).toBe(true);
    expect(await store().head()).toBe(second.position);
    expect((await all(store().readStream('a.1'))).at(-1)?.position).toBe(second.position);
  });

  it.each([
    { name: 'none, but there is one', length: 2, expected: 'none' as const, actual: 1 },
    { name: 'stale', length: 3, expected: 1, actual: 2 },
    { name: 'ahead', length: 1, expected: 99, actual: 0 },
    { name: 'exact, but there is none', length: 0, expected: 0, actual: 'none' },
  ])('refuses a wrong expected revision: $name', async ({ length, expected, actual }) => {
    if (length > 0) await store().append('a.1', eventsData(length), 'none');
    await expect(store().append('a.1', eventsData(2), expected)).rejects.toMatchObject({
      code: 'WRONG_EXPECTED_REVISION',
      details: { stream: 'a.1', expected, actual },
    });
    expect(await all(store().readStream('a.1'))).toHaveLength(length);
  });

  it('takes any revision where none is expected', async () => {
    await store().append('a.1', eventsData(1), 'any');
    expect(await store().append('a.1', eventsData(1), 'any')).toMatchObject({ revision: 1 });
  });

  it('refuses what it could not keep before it leaves', async () => {
    const event = eventData();
    const large = { ...event, data: new Uint8Array(MAX_APPEND_BYTES) };
    const refusal = (events: Parameters<typeof plain>[0][], stream = 'a.1') =>
      expect(store().append(stream, events, 'none')).rejects;
    await refusal([]).toMatchObject({ code: 'EMPTY_APPEND' });
    await refusal([event, event]).toMatchObject({ code: 'EVENT_ID_TWICE' });
    await refusal([large]).toMatchObject({ code: 'APPEND_TOO_LARGE' });
    await refusal([event], 'a.\0').toMatchObject({ code: 'APPEND_MALFORMED' });
    await refusal([{ ...event, id: 'no uuid' }]).toMatchObject({ code: 'APPEND_MALFORMED' });
    expect(await all(store().readAll())).toEqual([]);
  });

  it('takes as much as it promises', async () => {
    const event = eventData();
    const rest = Buffer.byteLength('a.1' + event.type) + event.metadata.byteLength;
    const data = new Uint8Array(MAX_APPEND_BYTES - rest);
    await store().append('a.1', [{ ...event, data }], 'none');
    const [stored] = await all(store().readStream('a.1'));
    expect(stored?.data.byteLength).toBe(data.byteLength);
  });

  it('lets one of eight win that expect the same revision', async () => {
    await store().append('a.1', eventsData(1), 'none');
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => store().append('a.1', eventsData(1), 0)),
    );
    const lost = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason as unknown] : []));
    expect(lost).toHaveLength(7);
    for (const error of lost) expect(error).toMatchObject({ code: 'WRONG_EXPECTED_REVISION' });
    expect(await all(store().readStream('a.1'))).toHaveLength(2);
  });

  it('keeps a stream dense under 200 parallel appends', async () => {
    const events = eventsData(200);
    await Promise.all(events.map((event) => store().append('a.1', [event], 'any')));
    const stored = await all(store().readStream('a.1'));
    expect(stored.map(({ revision }) => revision)).toEqual(events.map((_, i) => i));
    expect(new Set(stored.map(({ id }) => id)).size).toBe(200);
  });

  it('refuses one append of many and takes the others', async () => {
    await store().append('a.1', eventsData(1), 'none');
    const answers = await Promise.allSettled(
      ['a.1', 'a.2', 'a.3'].map((stream) => store().append(stream, eventsData(2), 'none')),
    );
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await all(store().readAll())).toHaveLength(5);
  });
}
