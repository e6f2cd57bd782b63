import type { Kafka } from 'kafkajs';
import type { Clock } from '@minh-bach/kernel';
import { pause } from '../backoff.ts';
import { STUCK_AFTER_MS } from '../health.ts';
import type { Places } from '../inbox/places.ts';
import { TopicEnds } from './topic-ends.ts';

export interface LatenessOptions {
  readonly kafka: Kafka;
  readonly topics: readonly string[];
  readonly places: Places;
  readonly clock: Clock;
  readonly onFailure: (error: unknown) => void;
  /** How long what was sent may take to be taken in. @default 60000 */
  readonly lateAfterMs?: number;
  /** @default 5000 */
  readonly lookEveryMs?: number;
}

/**
 * Whether all that lies in the topics of a group comes to it. Looks at where they end by itself, not
 * as a member of the group: a member that is given no partition, or has lost them to a stranger, is
 * told so by nobody. The instances of a group judge together, by what the group has taken in.
 */
export class Lateness {
  readonly #options: LatenessOptions;
  readonly #ends: TopicEnds;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #lookedAt: Date;
  #since: Date | undefined;

  constructor(options: LatenessOptions) {
    this.#options = options;
    this.#ends = new TopicEnds(options.kafka);
    this.#lookedAt = options.clock.now();
    this.#running = this.#run();
  }

  /** Since when the oldest waits, when that is too long; or since when nobody can tell. */
  since(): Date | undefined {
    const { clock, lateAfterMs = STUCK_AFTER_MS } = this.#options;
    const since = this.#since ?? this.#lookedAt;
    return clock.now().getTime() - since.getTime() > lateAfterMs ? since : undefined;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ends.close();
    await this.#running;
    await this.#ends.close();
  }

  async #run(): Promise<void> {
    const { lookEveryMs = 5_000, onFailure } = this.#options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        if (!signal.aborted) onFailure(error);
      }
      await pause(lookEveryMs, signal);
    }
  }

  async #look(): Promise<void> {
    const { topics, places, clock } = this.#options;
    let oldest: Date | undefined;
    const now = clock.now();
    for (const topic of topics) {
      const ends = [...(await this.#ends.of(topic))].map(([n, { high }]) => [n, high] as const);
      const since = await places.awaitEnds(topic, new Map(ends), now);
      if (since && (!oldest || since < oldest)) oldest = since;
    }
    [this.#since, this.#lookedAt] = [oldest, now];
  }
}
