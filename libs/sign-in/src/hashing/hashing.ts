import { rangeOf } from '../web/network.ts';
import { FairQueue } from './fair-queue.ts';

/** For whom a password is hashed. */
export interface Asker {
  /** Where the request comes from, see `networkOf`. */
  readonly network: string;
  /** The name that was typed, whether or not anybody has it. */
  readonly account: string;
  /** Signed in from this device before, or holds a secret that nobody can guess. */
  readonly known: boolean;
}

/** No place: nothing was hashed. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
  /** When to try again. */
  readonly seconds = 10;
}

interface Waiting {
  readonly known: boolean;
  readonly range: string;
  readonly group: string;
  readonly member: string;
  readonly start: (done: () => void) => void;
  readonly refuse: () => void;
}

/** What may wait in each lane: some twelve seconds of work of two processors. */
const ROOM = { most: 40, mostOfMember: 3 };
const AT_ONCE = 2;

/**
 * Hashing a password costs a third of a second of a processor, 32 MiB and a thread of the pool that
 * also serves files. So two are hashed at once, and few may wait. Known devices have a lane of their
 * own and go first, as long as one of the two places is left to strangers. Strangers take turns by
 * where they come from, so one flood keeps nobody else out, also one from a whole range of addresses.
 */
export class Hashing {
  readonly #known = new FairQueue<Waiting>(ROOM);
  readonly #strangers = new FairQueue<Waiting>(ROOM);
  #running = 0;
  #runningKnown = 0;
  #refused = 0;

  /** How many wait now, and how many found no place since the start. */
  get figures(): { readonly waiting: number; readonly refused: number } {
    return { waiting: this.#known.size + this.#strangers.size, refused: this.#refused };
  }

  /**
   * Does the work when its turn comes.
   *
   * @param gone nobody waits for the answer any more: the place is given up
   * @throws Crowded
   */
  async run<T>(asker: Asker, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    const done = await this.#turn(asker, gone);
    try {
      return await work();
    } finally {
      done();
    }
  }

  #turn({ network, account, known }: Asker, gone?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const lane = known ? this.#known : this.#strangers;
      const leave = () => {
        lane.remove(item);
        reject(new Crowded());
      };
      const item: Waiting = {
        known,
        range: known ? account : rangeOf(network),
        group: known ? account : network,
        member: account,
        start: (done) => {
          gone?.removeEventListener('abort', leave);
          resolve(done);
        },
        refuse: () => {
          gone?.removeEventListener('abort', leave);
          this.#refused += 1;
          reject(new Crowded());
        },
      };
      if (gone?.aborted) return leave();
      gone?.addEventListener('abort', leave, { once: true });
      lane.add(item)?.refuse();
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#running < AT_ONCE) {
      const [first, second] =
        this.#runningKnown === 0 ? [this.#known, this.#strangers] : [this.#strangers, this.#known];
      const item = first.next() ?? second.next();
      if (!item) return;
      const weight = item.known ? 1 : 0;
      this.#running += 1;
      this.#runningKnown += weight;
      item.start(() => {
        this.#running -= 1;
        this.#runningKnown -= weight;
        this.#dispatch();
      });
    }
  }
}
