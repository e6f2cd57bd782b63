/** Whose it is: places are shared among ranges, within a range among groups. */
export interface Place {
  readonly range: string;
  readonly group: string;
  readonly member: string;
}

export interface Room {
  /** In all. */
  readonly most: number;
  /** Of one member, wherever it comes from. */
  readonly mostOfMember: number;
}

/** After so many turns, what was had before counts no more. */
const FORGET_AFTER = 200;

/**
 * A bounded queue whose turns are shared fairly. The next turn is the range's that had fewest lately.
 * Where all places are taken, the range gives one up that has most: of those that wait and those that
 * it had. So a newcomer gets in, however many keep coming back, and a range counts as one however many
 * groups it is cut into. There are few items: each is looked at.
 */
export class FairQueue<T extends Place> {
  /** In the order in which they came. */
  readonly #items: T[] = [];
  #had = new Map<string, number>();
  #turns = 0;

  constructor(private readonly room: Room) {}

  get size(): number {
    return this.#items.length;
  }

  /** @returns what finds no place, or has to give its own up; undefined when there is room */
  add(item: T): T | undefined {
    const ofMember = this.#items.filter(({ member }) => member === item.member).length;
    if (ofMember >= this.room.mostOfMember) return item;
    this.#items.push(item);
    if (this.#items.length <= this.room.most) return undefined;
    // Among equals the latest.
    const shares = this.#shares(true);
    const out = this.#items.reduce((most, each) =>
      isLess(shares(each), shares(most)) ? most : each,
    );
    this.remove(out);
    return out;
  }

  next(): T | undefined {
    const [earliest] = this.#items;
    if (earliest === undefined) return undefined;
    // Among equals the earliest.
    const shares = this.#shares(false);
    const first = this.#items.reduce(
      (least, each) => (isLess(shares(each), shares(least)) ? each : least),
      earliest,
    );
    this.remove(first);
    this.#count(first);
    return first;
  }

  /** Nothing happens when it is not here any more. */
  remove(item: T): void {
    const at = this.#items.indexOf(item);
    if (at >= 0) this.#items.splice(at, 1);
  }

  #count(item: T): void {
    this.#turns += 1;
    if (this.#turns % FORGET_AFTER === 0) this.#had = new Map();
    for (const key of keysOf(item)) this.#had.set(key, (this.#had.get(key) ?? 0) + 1);
  }

  /** What a place's range and group had lately; with those that wait, where this is asked. */
  #shares(waiting: boolean): (item: T) => Shares {
    const counts = new Map(this.#had);
    if (waiting)
      for (const key of this.#items.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return (item) => {
      const [range, group] = keysOf(item);
      return [counts.get(range) ?? 0, counts.get(group) ?? 0];
    };
  }
}

type Shares = readonly [range: number, group: number];

const isLess = (a: Shares, b: Shares): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

const keysOf = ({ range, group }: Place): [range: string, group: string] => [
  `range ${range}`,
  `group ${group}`,
];
