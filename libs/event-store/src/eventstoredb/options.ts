export interface EventStoreDbEventStoreOptions {
  /** `esdb://user:password@host:2113`, with the client's options behind a question mark. */
  readonly connectionString: string;

  /**
   * The log that this must be; any, where it is left out.
   *
   * @default undefined
   */
  readonly log?: string;

  /**
   * Refuses a server on which no log was begun yet, instead of beginning one.
   *
   * @default false
   */
  readonly mustBeThere?: boolean;

  /** How long one append or one page may take. @default 5000 */
  readonly answerWithinMs?: number;

  /** How long an append, or the first call, is tried again while the server is away. @default 15000 */
  readonly giveUpAfterMs?: number;

  /** How often the head is looked at, in case a subscription has fallen silent. @default 500 */
  readonly pollMs?: number;

  /** Told of failures that are tried again, for the log; never holds anything personal. */
  readonly onRetry?: (failure: { doing: string; error: unknown }) => void;
}

export type Settings = Required<
  Omit<EventStoreDbEventStoreOptions, 'connectionString' | 'log' | 'mustBeThere'>
>;

export const withDefaults = (options: Partial<EventStoreDbEventStoreOptions>): Settings => ({
  answerWithinMs: 5_000,
  giveUpAfterMs: 15_000,
  pollMs: 500,
  onRetry: () => {},
  ...options,
});
