import { placeIn, START } from './position.ts';
import { isWanted, type Prefixes } from './prefixes.ts';
import type { StoredEvent } from './event-store.ts';
import type { Mark, Page } from './paged-log.ts';

const MOST_EVENTS = 2_000;
const MOST_BYTES = 32 * 1024 * 1024;

interface Kept {
  readonly place: bigint;
  readonly event: StoredEvent;
}

/** What was read last, for those who come for it a little later: all wanted events from one mark to another. */
export class KeptEvents {
  static readonly MOST = MOST_EVENTS;
  #kept: Kept[] = [];
  #bytes = 0;
  #from: Mark = { place: START };
  #end: Mark = { place: START };

  constructor(private readonly log: string) {}

  /** What is kept begins behind this place. */
  get from(): bigint {
    return this.#from.place;
  }

  get end(): Mark {
    return this.#end;
  }

  /** Nothing, from here on. */
  begin(at: Mark): void {
    this.#kept = [];
    this.#bytes = 0;
    this.#from = at;
    this.#end = { ...at };
  }

  /** What follows on the end; the oldest goes where it is too much. */
  add(events: readonly StoredEvent[], upTo: Mark): void {
    for (const event of events) {
      this.#kept.push({ place: placeIn(this.log, event.position), event });
      this.#bytes += bytesOf(event);
    }
    let gone = 0;
    for (; this.#kept.length - gone > MOST_EVENTS || this.#bytes > MOST_BYTES; gone += 1)
      this.#bytes -= bytesOf(this.#kept[gone]!.event);
    const last = this.#kept.splice(0, gone).at(-1);
    if (last) this.#from = { place: last.place, id: last.event.id };
    this.#end = upTo;
  }

  /** At most `limit` events after a place. */
  after(place: bigint, prefixes: Prefixes, limit: number): Pick<Page, 'events' | 'upTo'> {
    const events: StoredEvent[] = [];
    for (let i = this.#firstAfter(place); i < this.#kept.length; i += 1) {
      const { place: at, event } = this.#kept[i]!;
      if (!isWanted(event.stream, prefixes)) continue;
      events.push(event);
      if (events.length === limit) return { events, upTo: { place: at, id: event.id } };
    }
    return { events, upTo: this.#end };
  }

  /** Of the event that stands at a place, where that is known. */
  idAt(place: bigint): string | undefined {
    const mark = [this.#from, this.#end].find((each) => each.place === place);
    if (mark) return mark.id;
    const before = this.#kept[this.#firstAfter(place) - 1];
    return before?.place === place ? before.event.id : undefined;
  }

  #firstAfter(place: bigint): number {
    let [low, high] = [0, this.#kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#kept[middle]!.place > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const bytesOf = ({ data, metadata }: StoredEvent): number => data.length + metadata.length;
