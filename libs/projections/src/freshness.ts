/** So often the log is asked at most. */
const EVERY_MS = 1_000;

/**
 * Whether rows are nearly as new as the log, for those who ask at each request: one question serves all
 * who ask within a second, and a short lag is passed over.
 */
export class Freshness {
  #shownAt = -Infinity;
  #asking: Promise<void> | undefined;

  /**
   * @param fresh rejects where the rows do not hold what the log holds now
   * @param atMostMs so old the rows may be, beside the time of asking
   */
  constructor(
    private readonly fresh: () => Promise<void>,
    private readonly atMostMs: number,
  ) {}

  /** @throws as `fresh`, where the rows were last shown to be new longer ago */
  async check(): Promise<void> {
    if (performance.now() - this.#shownAt < EVERY_MS) return;
    try {
      await (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
    } catch (error) {
      if (performance.now() - this.#shownAt > this.atMostMs) throw error;
    }
  }

  async #ask(): Promise<void> {
    const asked = performance.now();
    await this.fresh();
    this.#shownAt = asked;
  }
}
