import type { Operations, Redriven } from '@minh-bach/contracts';
import type { Clock } from '@minh-bach/kernel';
import { listStuck, redrive, type Consumer, heldBack } from '@minh-bach/messaging';
import type { Pool } from 'pg';

/** The consumer group that hears of revoked rights. */
export const REVOCATIONS_GROUP = 'gateway';

/** The gateway builds none. */
const NO_ROWS = { state: 'running', caughtUp: true, error: null, rebuild: null } as const;

export type Heard = Pick<Consumer, 'check' | 'lateSince'>;

/** Whether the door hears of rights that end: watched as every consumer of a service is. */
export class RevocationWatch {
  #consumer: Heard | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** From then on it must get on. */
  hears(consumer: Heard): void {
    this.#consumer = consumer;
  }

  /** Throws when it has died or does not get on, or when what was sent to it does not come. */
  check(): void {
    this.#consumer?.check();
    if (this.#consumer?.lateSince()) throw new Error('what was sent about rights does not come');
  }

  /** Ids, codes and counts; nothing personal. */
  async status(): Promise<Operations> {
    const { stuck, deadLetters, unreadable } = await this.#held();
    const lateSince = this.#consumer?.lateSince()?.toISOString();
    return {
      service: 'gateway',
      checkedAt: this.clock.now().toISOString(),
      messagesFlow: this.#flows,
      ...(lateSince !== undefined && { messagesLateSince: lateSince }),
      clocksHeld: 0,
      readModels: { rights: NO_ROWS, lists: NO_ROWS },
      held: stuck.map(({ stream, state, since, reason, errorId, count }) => ({
        ...{ stream, state, since, code: reason, errorId: errorId ?? null, count },
        ...{ matter: null, clocks: [] },
      })),
      deadLetters: deadLetters.map(({ place, since, code }) => ({ place, since, code })),
      unreadable: { count: unreadable.count, notKept: unreadable.notKept },
    };
  }

  async standstill() {
    return heldBack(await this.#held());
  }

  /** Tries again what is parked: one source stream, or all of them and the dead letters. */
  redrive(stream?: string): Promise<Redriven> {
    return redrive(this.pool, REVOCATIONS_GROUP, stream === undefined ? {} : { stream });
  }

  #held() {
    return listStuck(this.pool, REVOCATIONS_GROUP);
  }

  get #flows(): boolean {
    try {
      this.check();
      return true;
    } catch {
      return false;
    }
  }
}
