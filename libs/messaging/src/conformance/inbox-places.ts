import { expect, it } from '@jest/globals';
import type { InboxUnderTest } from './inbox-under-test.ts';

const at = (next: bigint, digest = `m${next}`) => ({
  ...{ topic: 'a.v1', partition: 0, next },
  mark: { offset: next - 1n, digest },
});
const minute = (n: number) => new Date(Date.UTC(2026, 10, 28, 0, n));

/** How far a group is, whatever a broker says. */
export function inboxPlaces(on: InboxUnderTest): void {
  const ends = (n: bigint, m = 0n) =>
    new Map([
      [0, n],
      [1, m],
    ]);

  it('knows how far the group is, and never goes back but where a topic was made anew', async () => {
    const { places } = on.store;
    expect(await places.of(['a.v1'])).toEqual([]);
    await places.note(at(7n));
    await places.note(at(5n));
    await places.note({ ...at(3n), topic: 'b.v1' });
    expect(await places.of(['a.v1'])).toEqual([at(7n)]);
    await places.note(at(2n, 'other'), { madeAnew: true });
    expect(await places.of(['a.v1', 'c.v1'])).toEqual([at(2n, 'other')]);
  });

  it('keeps its mark where it passes what holds no message, but where a topic was made anew', async () => {
    const { places } = on.store;
    const place = { topic: 'a.v1', partition: 0 };
    await places.note(at(4n));
    await places.note({ ...place, next: 6n });
    expect(await places.of(['a.v1'])).toEqual([{ ...at(4n), next: 6n }]);
    await places.note(at(9n));
    expect(await places.of(['a.v1'])).toEqual([at(9n)]);
    await places.note({ ...place, next: 1n }, { madeAnew: true });
    expect(await places.of(['a.v1'])).toEqual([{ ...place, next: 1n }]);
  });

  it('tells since when the oldest waits that was there and is not taken in', async () => {
    const { places } = on.store;
    expect(await places.awaitEnds('a.v1', ends(0n), minute(0))).toBeUndefined();
    expect(await places.awaitEnds('a.v1', ends(4n), minute(1))).toBeUndefined();
    expect(await places.awaitEnds('a.v1', ends(9n, 1n), minute(2))).toEqual(minute(1));
    await places.note(at(4n));
    // What was there at first is taken in; what came later is awaited from now on.
    expect(await places.awaitEnds('a.v1', ends(9n, 1n), minute(3))).toEqual(minute(2));
    await places.note({ ...at(1n), partition: 1 });
    expect(await places.awaitEnds('a.v1', ends(9n, 1n), minute(4))).toEqual(minute(3));
    await places.note(at(9n));
    expect(await places.awaitEnds('a.v1', ends(9n, 1n), minute(5))).toBeUndefined();
    expect(await places.of(['a.v1'])).toContainEqual(at(9n));
  });

  it('awaits what a topic holds that was made anew, and no more than that', async () => {
    const { places } = on.store;
    await places.note(at(9n));
    expect(await places.awaitEnds('a.v1', ends(20n), minute(0))).toBeUndefined();
    expect(await places.awaitEnds('a.v1', ends(0n), minute(1))).toBeUndefined();
    expect(await places.awaitEnds('a.v1', ends(3n), minute(2))).toEqual(minute(0));
    await places.note(at(3n), { madeAnew: true });
    expect(await places.awaitEnds('a.v1', ends(3n), minute(3))).toBeUndefined();
  });
}
