/** Whose it is: by group they take turns, of one member only a few may wait. */
export interface Place {
  readonly group: string;
  readonly member: string;
}

export interface Room {
  /** In all. */
  readonly most: number;
  /** Of one member, wherever it comes from. */
  readonly mostOfMember: number;
}

/**
 * A bounded queue in which groups take turns: a group that sends hundreds delays itself. Where all
 * places are taken, the group that has most gives one up to a group that has fewer.
 */
export class FairQueue<T extends Place> {
  /** The next turn is the first group's; those within are in the order in which they came. */
  readonly #groups = new Map<string, T[]>();
  readonly #members = new Map<string, number>();
  #size = 0;

  constructor(private readonly room: Room) {}

  get size(): number {
    return this.#size;
  }

  /** @returns what finds no place, or has to give its own up; undefined when there is room */
  add(item: T): T | undefined {
    const ofMember = this.#members.get(item.member) ?? 0;
    if (ofMember >= this.room.mostOfMember) return item;
    let out: T | undefined;
    if (this.#size >= this.room.most) {
      out = this.#lastOfLargest(this.#groups.get(item.group)?.length ?? 0);
      if (out === undefined) return item;
      this.remove(out);
    }
    const group = this.#groups.get(item.group);
    if (group) group.push(item);
    else this.#groups.set(item.group, [item]);
    this.#members.set(item.member, (this.#members.get(item.member) ?? 0) + 1);
    this.#size += 1;
    return out;
  }

  next(): T | undefined {
    for (const [name, [first]] of this.#groups) {
      if (first === undefined) continue;
      this.remove(first);
      // To the end of the line, with the rest of its group.
      const rest = this.#groups.get(name);
      if (rest) {
        this.#groups.delete(name);
        this.#groups.set(name, rest);
      }
      return first;
    }
    return undefined;
  }

  /** Nothing happens when it is not here any more. */
  remove(item: T): void {
    const group = this.#groups.get(item.group) ?? [];
    const at = group.indexOf(item);
    if (at < 0) return;
    group.splice(at, 1);
    if (group.length === 0) this.#groups.delete(item.group);
    const left = (this.#members.get(item.member) ?? 1) - 1;
    if (left > 0) this.#members.set(item.member, left);
    else this.#members.delete(item.member);
    this.#size -= 1;
  }

  /** The latest of the group with most, if it would still have as many as a group of `own` + 1. */
  #lastOfLargest(own: number): T | undefined {
    let largest: readonly T[] = [];
    for (const group of this.#groups.values()) if (group.length > largest.length) largest = group;
    return largest.length > own + 1 ? largest.at(-1) : undefined;
  }
}
