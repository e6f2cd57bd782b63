import type { Place, Places } from './places.ts';

interface Known extends Place {
  readonly awaited?: { readonly end: bigint; readonly since: Date };
}

const lesser = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** For pure tests. */
export class MemoryPlaces implements Places {
  readonly #known = new Map<string, Known>();

  async of(topics: readonly string[]): Promise<readonly Place[]> {
    return [...this.#known.values()]
      .filter(({ topic }) => topics.includes(topic))
      .map(({ topic, partition, next, mark }) => ({
        ...{ topic, partition, next },
        ...(mark !== undefined && { mark }),
      }));
  }

  async note(place: Place, { madeAnew = false } = {}): Promise<void> {
    const at = `${place.topic}/${place.partition}`;
    const known = this.#known.get(at);
    if (madeAnew || !known) this.#known.set(at, place);
    else if (known.next < place.next) this.#known.set(at, { ...known, ...place });
  }

  async awaitEnds(
    topic: string,
    ends: ReadonlyMap<number, bigint>,
    now: Date,
  ): Promise<Date | undefined> {
    const late: Date[] = [];
    for (const [partition, end] of ends) {
      const at = `${topic}/${partition}`;
      const known = this.#known.get(at) ?? { topic, partition, next: 0n };
      const next = known.next <= end ? known.next : 0n;
      const { awaited } = known;
      if (awaited && lesser(awaited.end, end) > next) late.push(awaited.since);
      else if (end > next) this.#known.set(at, { ...known, awaited: { end, since: now } });
    }
    return late.toSorted((a, b) => a.getTime() - b.getTime())[0];
  }
}
