/** A message that was taken in; a topic that was made anew has another one there. */
export interface Mark {
  readonly offset: bigint;
  readonly digest: string;
}

/** How far a group is in one partition of a topic. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  /** All offsets before it were taken in. */
  readonly next: bigint;
  /** The last message that was taken in. What lies between it and `next` are ends of transactions. */
  readonly mark?: Mark;
}

/**
 * How far a consumer group is, as it knows itself: what a broker has noted for the group, any client
 * of the broker may have noted.
 */
export interface Places {
  of(topics: readonly string[]): Promise<readonly Place[]>;
  /**
   * After all before it was taken in. Goes back only where the topic was made anew; without a mark,
   * the one that is noted stays.
   */
  note(place: Place, options?: { readonly madeAnew?: boolean }): Promise<void>;
  /**
   * What lies in the partitions of a topic now is to be taken in.
   *
   * @param ends by partition, the offset after the last one
   * @returns since when the oldest waits that was to be taken in and is not
   */
  awaitEnds(topic: string, ends: ReadonlyMap<number, bigint>, now: Date): Promise<Date | undefined>;
}
