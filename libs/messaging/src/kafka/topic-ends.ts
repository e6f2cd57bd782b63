import type { Admin, Kafka } from 'kafkajs';

/** Of a partition: the first offset that is there, and the one after the last. */
export interface Ends {
  readonly low: bigint;
  readonly high: bigint;
}

/** Whether all that lay there still does, by where each partition begins and ends. */
export const isKept = (before: ReadonlyMap<number, Ends>, now: ReadonlyMap<number, Ends>) =>
  [...now].every(([partition, { low, high }]) => {
    const was = before.get(partition);
    return !was || (was.low >= low && was.high <= high);
  });

/** Looks where topics begin and end, as a member of no group. One connection, made when it is needed. */
export class TopicEnds {
  #admin: Promise<Admin> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** By partition. */
  async of(topic: string): Promise<ReadonlyMap<number, Ends>> {
    try {
      const admin = await (this.#admin ??= this.#connect());
      const ends = await admin.fetchTopicOffsets(topic);
      return new Map(
        ends.map(({ partition, low, high }) => [
          partition,
          { low: BigInt(low), high: BigInt(high) },
        ]),
      );
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** A look that waits for a broker ends with it. */
  async close(): Promise<void> {
    const admin = this.#admin;
    this.#admin = undefined;
    await admin?.then((a) => a.disconnect()).catch(() => undefined);
  }

  async #connect(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}
