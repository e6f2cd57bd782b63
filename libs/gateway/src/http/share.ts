import { Refusal } from './problem.ts';

export interface ShareLimits {
  readonly atOnce: number;
  readonly perCaller: number;
  /** Places to wait in, of all callers and of one. */
  readonly waiting: number;
  readonly waitingPerCaller: number;
  /** ms to wait at most. */
  readonly waitMs: number;
}

interface Waiter {
  readonly caller: string;
  readonly admit: () => void;
}

/** A bulkhead: one class of requests, with so many at once, so many of one caller, a short queue. */
export class Share {
  readonly #running = new Map<string, number>();
  #queue: Waiter[] = [];
  #total = 0;

  constructor(
    private readonly limits: ShareLimits,
    /** Told of each refusal. */
    private readonly onFull: () => void = () => undefined,
  ) {}

  get running(): number {
    return this.#total;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * @returns to be called when it is over; again does no harm
   * @throws Refusal `BUSY`
   */
  async enter(caller: string): Promise<() => void> {
    if (!this.#hasRoom(caller)) await this.#wait(caller);
    else this.#begin(caller);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#end(caller);
    };
  }

  #hasRoom(caller: string): boolean {
    const { atOnce, perCaller } = this.limits;
    return this.#total < atOnce && (this.#running.get(caller) ?? 0) < perCaller;
  }

  async #wait(caller: string): Promise<void> {
    const { waiting, waitingPerCaller, waitMs } = this.limits;
    const ofCaller = this.#queue.filter((waiter) => waiter.caller === caller).length;
    if (this.#queue.length >= waiting || ofCaller >= waitingPerCaller) throw this.#full();
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        this.#queue = this.#queue.filter((other) => other !== mine);
        reject(this.#full());
      }, waitMs);
      const mine: Waiter = {
        caller,
        admit: () => {
          clearTimeout(late);
          this.#begin(caller);
          resolve();
        },
      };
      this.#queue.push(mine);
    });
  }

  #full(): Refusal {
    this.onFull();
    return new Refusal('BUSY');
  }

  #begin(caller: string): void {
    this.#total += 1;
    this.#running.set(caller, (this.#running.get(caller) ?? 0) + 1);
  }

  /** The place goes to the first in the queue whose caller has room for one more. */
  #end(caller: string): void {
    this.#total -= 1;
    const left = (this.#running.get(caller) ?? 1) - 1;
    if (left > 0) this.#running.set(caller, left);
    else this.#running.delete(caller);
    const next = this.#queue.findIndex((waiter) => this.#hasRoom(waiter.caller));
    const [waiter] = next < 0 ? [] : this.#queue.splice(next, 1);
    waiter?.admit();
  }
}
