import { expect, it } from '@jest/globals';
import { isAfter } from '../position.ts';
import { all, eventsData } from './subject.ts';
import type { ReadStreamOptions } from '../event-store.ts';
import type { Subject } from './subject.ts';

export function describeReading(subject: () => Subject): void {
  const store = () => subject().store;

  it.each<{ options: ReadStreamOptions; revisions: number[] }>([
    { options: {}, revisions: [0, 1, 2, 3, 4] },
    { options: { from: 3 }, revisions: [3, 4] },
    { options: { from: 1, limit: 2 }, revisions: [1, 2] },
    { options: { from: 99 }, revisions: [] },
    { options: { limit: 0 }, revisions: [] },
    { options: { direction: 'backwards' }, revisions: [4, 3, 2, 1, 0] },
    { options: { direction: 'backwards', limit: 2 }, revisions: [4, 3] },
    { options: { direction: 'backwards', from: 2 }, revisions: [2, 1, 0] },
  ])('reads a stream: $options', async ({ options, revisions }) => {
    await store().append('a.1', eventsData(5), 'none');
    const events = await all(store().readStream('a.1', options));
    expect(events.map(({ revision }) => revision)).toEqual(revisions);
  });

  it('finds nothing in a stream that is not there', async () => {
    expect(await all(store().readStream('a.1'))).toEqual([]);
  });

  it('reads long streams and logs whole, in order', async () => {
    await store().append('a.1', eventsData(700), 'none');
    await store().append('a.1', eventsData(501), 699);
    const revisions = Array.from({ length: 1201 }, (_, i) => i);
    const inStream = await all(store().readStream('a.1'));
    expect(inStream.map(({ revision }) => revision)).toEqual(revisions);
    const backwards = await all(store().readStream('a.1', { direction: 'backwards' }));
    expect(backwards.map(({ revision }) => revision)).toEqual(revisions.toReversed());
    expect(await all(store().readAll())).toEqual(inStream);
  });

  it('reads all in the order of appends, from after a position', async () => {
    const first = await store().append('a.1', eventsData(2), 'none');
    await store().append('b.1', eventsData(1), 'none');
    await store().append('a.1', eventsData(1), 1);
    const events = await all(store().readAll());
    expect(events.map((e) => `${e.stream}@${e.revision}`)).toEqual([
      'a.1@0',
      'a.1@1',
      'b.1@0',
      'a.1@2',
    ]);
    expect(events.every((e, i) => i === 0 || isAfter(e.position, events[i - 1]!.position))).toBe(
      true,
    );
    expect(await all(store().readAll({ after: first.position }))).toEqual(events.slice(2));
    expect(await all(store().readAll({ after: first.position, limit: 1 }))).toEqual([events[2]]);
    expect(await all(store().readAll({ after: events[0]!.position }))).toEqual(events.slice(1));
  });

  it('reads only streams with one of the prefixes, which are no patterns', async () => {
    for (const stream of ['a.1', 'b.1', 'ab.1', 'a%.1', 'a_.1', 'A.1'])
      await store().append(stream, eventsData(1), 'none');
    const streams = async (...prefixes: string[]) =>
      (await all(store().readAll({ prefixes }))).map(({ stream }) => stream);
    expect(await streams('a.')).toEqual(['a.1']);
    expect(await streams('b.', 'a.')).toEqual(['a.1', 'b.1']);
    expect(await streams('a%.', 'a_.')).toEqual(['a%.1', 'a_.1']);
    expect(await streams('c.')).toEqual([]);
  });

  it('refuses a position of another log', async () => {
    const after = 'another:1';
    const refusal = { code: 'FOREIGN_POSITION' };
    await expect(all(store().readAll({ after }))).rejects.toMatchObject(refusal);
    await expect(all(store().readAll({ after: 'nonsense' }))).rejects.toMatchObject(refusal);
    const { signal } = new AbortController();
    await expect(all(store().subscribe({ after, signal }))).rejects.toMatchObject(refusal);
  });

  it('knows the head of an empty log, and can begin there', async () => {
    const start = await store().head();
    await store().append('a.1', eventsData(2), 'none');
    expect(await all(store().readAll({ after: start }))).toHaveLength(2);
    expect(isAfter(await store().head(), start)).toBe(true);
  });
}
