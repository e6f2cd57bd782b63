import { rangeOf } from '@minh-bach/sign-in';
import type { IncomingBody } from './incoming-body.ts';

export interface HalfSentLimits {
  readonly atOnce: number;
  readonly perNetwork: number;
}

interface Half {
  readonly network: string;
  readonly body: Pick<IncomingBody, 'whole' | 'giveUp'>;
  /** In the order in which they came. */
  readonly place: number;
}

/**
 * Bodies of the public on their way in. A new one is never refused for those that stand still: the
 * oldest of its network is cut, or the oldest of the range that holds most. Whoever sends in one go
 * is done long before it could be theirs.
 */
export class HalfSent {
  readonly #ranges = new Map<string, Set<Half>>();
  #total = 0;
  #came = 0;

  constructor(
    private readonly limits: HalfSentLimits,
    /** Told of each that is cut. */
    private readonly onCut: () => void = () => undefined,
  ) {}

  get running(): number {
    return this.#total;
  }

  /** None waits. */
  readonly waiting = 0;

  /**
   * @param network of `networkOf`
   * @throws Refusal as `IncomingBody.whole`, or `BUSY` when it was cut for another
   */
  async whole(network: string, body: Half['body']): Promise<Buffer> {
    this.#makeRoom(network);
    const half: Half = { network, body, place: (this.#came += 1) };
    const range = this.#ranges.get(rangeOf(network)) ?? new Set();
    this.#ranges.set(rangeOf(network), range.add(half));
    this.#total += 1;
    try {
      return await body.whole();
    } finally {
      this.#remove(half);
    }
  }

  #makeRoom(network: string): void {
    const near = [...(this.#ranges.get(rangeOf(network)) ?? [])];
    const own = near.filter((half) => half.network === network);
    if (own.length >= this.limits.perNetwork) this.#cut(own[0]!);
    else if (this.#total >= this.limits.atOnce) this.#cut(this.#oldestOfMost());
  }

  #oldestOfMost(): Half {
    const most = Math.max(...[...this.#ranges.values()].map(({ size }) => size));
    return [...this.#ranges.values()]
      .filter(({ size }) => size === most)
      .map(([oldest]) => oldest!)
      .reduce((one, other) => (other.place < one.place ? other : one));
  }

  #cut(half: Half): void {
    this.#remove(half);
    this.onCut();
    half.body.giveUp('BUSY');
  }

  #remove(half: Half): void {
    const key = rangeOf(half.network);
    const range = this.#ranges.get(key);
    if (!range?.delete(half)) return;
    this.#total -= 1;
    if (range.size === 0) this.#ranges.delete(key);
  }
}
