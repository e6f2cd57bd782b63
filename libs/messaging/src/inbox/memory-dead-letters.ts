import {
  LISTED,
  MOST_UNSIGNED,
  UNSIGNED,
  type DeadLetter,
  type RawMessage,
  type Unreadable,
} from './inbox-store.ts';

interface Letter extends DeadLetter {
  readonly raw: RawMessage;
  readonly due: boolean;
  readonly unsigned: boolean;
}

const placeOf = (raw: RawMessage) => `${raw.topic}/${raw.partition}/${raw.offset}`;
const sizeOf = ({ key, value, mac }: RawMessage): number =>
  (key?.length ?? 0) + (value?.length ?? 0) + (mac?.length ?? 0);
const equal = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0);

/** The part of the inbox in memory that keeps what could not be read. */
export class MemoryDeadLetters {
  readonly #letters = new Map<string, Letter>();
  /** Since when. */
  readonly #notKept = new Map<string, string>();

  async deadLetter(raw: RawMessage, code: string, now: Date): Promise<boolean> {
    const place = placeOf(raw);
    const there = this.#letters.get(place);
    if (there && equal(there.raw.key, raw.key) && equal(there.raw.value, raw.value)) return true;
    const signed = UNSIGNED.includes(code) ? [] : this.#sameSigned(raw);
    if (signed.some((kept) => equal(kept.raw.key, raw.key))) return true;
    const unsigned = UNSIGNED.includes(code) || signed.length > 0;
    const since = now.toISOString();
    // Other bytes at the same place: the topic was made anew, and sends the old ones once more.
    const isFree = !there || there.unsigned || !unsigned;
    const isKept = isFree && (!unsigned || this.#hasRoom(raw));
    if (isKept) this.#letters.set(place, { place, code, since, raw, due: false, unsigned });
    else if (!this.#notKept.has(place)) this.#notKept.set(place, since);
    return isKept;
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const oldest = [...this.#letters.values()].slice(0, LISTED);
    return oldest.map(({ place, code, since }) => ({ place, code, since }));
  }

  async unreadable(): Promise<Unreadable> {
    const sinces = [...this.#letters.values()].map(({ since }) => since);
    const [since] = [...sinces, ...this.#notKept.values()].toSorted();
    const notKept = this.#notKept.size;
    return { count: this.#letters.size + notKept, notKept, ...(since !== undefined && { since }) };
  }

  async redriveDeadLetters(): Promise<number> {
    for (const [place, letter] of this.#letters) this.#letters.set(place, { ...letter, due: true });
    return this.#letters.size;
  }

  async dueDeadLetters(limit: number): Promise<readonly RawMessage[]> {
    const due = [...this.#letters.values()].filter((letter) => letter.due);
    return due.slice(0, limit).map(({ raw }) => raw);
  }

  async settleDeadLetter(raw: RawMessage, code?: string): Promise<void> {
    const letter = this.#letters.get(placeOf(raw));
    if (!letter) return;
    if (code === undefined) this.#letters.delete(letter.place);
    else this.#letters.set(letter.place, { ...letter, code, due: false });
  }

  #sameSigned({ topic, value }: RawMessage): readonly Letter[] {
    return [...this.#letters.values()].filter(
      ({ unsigned, raw }) =>
        !unsigned && raw.topic === topic && value !== null && equal(raw.value, value),
    );
  }

  #hasRoom(raw: RawMessage): boolean {
    const kept = [...this.#letters.values()].filter(({ unsigned }) => unsigned);
    const bytes = kept.reduce((sum, letter) => sum + sizeOf(letter.raw), 0);
    return kept.length < MOST_UNSIGNED.letters && bytes + sizeOf(raw) <= MOST_UNSIGNED.bytes;
  }
}
