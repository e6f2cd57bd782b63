import { createHash } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { Mark, Place, Places } from '../inbox/places.ts';

/** Where to read on. */
export interface Seek {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** What a batch holds for the group: messages, or the need to read elsewhere. */
export type Following =
  | { readonly seek: Seek }
  | {
      readonly seek?: undefined;
      /** Offset of the message that was read once more. */
      readonly known?: string;
      readonly messages: readonly KafkaMessage[];
    };

type Partition = Pick<Place, 'topic' | 'partition'>;

interface At {
  readonly next: bigint;
  /** Comes once more, and must be this one. */
  readonly mark?: Mark;
  readonly madeAnew?: boolean;
}

/**
 * Where this instance reads in the partitions that it was given: by what the group has noted itself.
 * Kafka's own note is never believed, since any client of the broker may have written it. The last
 * message that was taken in is read once more: where another one lies there, the topic was made
 * anew, and is read from the beginning. The inbox drops what it knows.
 */
export class ReadingPlaces {
  readonly #at = new Map<string, At>();
  #given = 0;

  constructor(
    private readonly noted: Places,
    private readonly onMissing: (from: string, to: string) => void,
  ) {}

  /**
   * Where to begin in each partition that is given now; none are this instance's until then.
   *
   * @returns `undefined` when others were given meanwhile
   */
  async find(
    given: Readonly<Record<string, readonly number[]>>,
  ): Promise<readonly Seek[] | undefined> {
    this.#at.clear();
    const turn = (this.#given += 1);
    const found = await this.noted.of(Object.keys(given));
    if (turn !== this.#given) return undefined;
    const noted = new Map(found.map((place) => [nameOf(place), place]));
    return Object.entries(given).flatMap(([topic, partitions]) =>
      partitions.map((partition) => {
        const { next = 0n, mark } = noted.get(nameOf({ topic, partition })) ?? {};
        return this.#seek({ topic, partition }, mark ? { next, mark } : { next: 0n });
      }),
    );
  }

  /** Of a partition that is not this instance's, or not yet: nothing. */
  following(of: Partition, messages: readonly KafkaMessage[]): Following | undefined {
    const at = this.#at.get(nameOf(of));
    const [first] = messages;
    if (!at || !first) return undefined;
    const offset = BigInt(first.offset);
    if (at.mark !== undefined) {
      if (offset !== at.mark.offset || digestOf(first) !== at.mark.digest)
        return this.#fromTheBeginning(of);
      this.#at.set(nameOf(of), { next: at.next });
      return { known: first.offset, messages: messages.slice(1) };
    }
    if (offset < at.next) return this.#fromTheBeginning(of);
    if (offset > at.next) this.onMissing(`${nameOf(of)}/${at.next}`, `${nameOf(of)}/${offset}`);
    return { messages };
  }

  /** All of these were taken in. */
  async taken(of: Partition, messages: readonly KafkaMessage[]): Promise<void> {
    const last = messages.at(-1);
    if (!last) return;
    const { topic, partition } = of;
    const next = BigInt(last.offset) + 1n;
    const { madeAnew = false } = this.#at.get(nameOf(of)) ?? {};
    const mark = { offset: BigInt(last.offset), digest: digestOf(last) };
    await this.noted.note({ topic, partition, next, mark }, { madeAnew });
    this.#at.set(nameOf(of), { next });
  }

  /** Up to this offset there was nothing but ends of transactions, which only strangers make. */
  async passed({ topic, partition }: Partition, last: string): Promise<void> {
    const at = this.#at.get(nameOf({ topic, partition }));
    const next = BigInt(last) + 1n;
    if (!at || at.mark || next <= at.next) return;
    this.#at.set(nameOf({ topic, partition }), { next });
    await this.noted.note({ topic, partition, next }, { madeAnew: at.madeAnew ?? false });
  }

  #fromTheBeginning(of: Partition): Following {
    return { seek: this.#seek(of, { next: 0n, madeAnew: true }) };
  }

  #seek({ topic, partition }: Partition, at: At): Seek {
    this.#at.set(nameOf({ topic, partition }), at);
    return { topic, partition, offset: String(at.mark?.offset ?? at.next) };
  }
}

const nameOf = ({ topic, partition }: Partition): string => `${topic}/${partition}`;

/** Messages of ours are sealed, each under a salt of its own: no two are alike. */
const digestOf = ({ key, value }: KafkaMessage): string =>
  createHash('sha256')
    .update(value ?? '')
    .update(key ?? '')
    .digest('base64url');
