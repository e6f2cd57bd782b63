/** About what it costs our side to prepare, send and answer one append. Measured, see docs/performance.md. */
const OWN_MS_PER_APPEND = 0.05;

/**
 * Whether to send a second batch while the first is on its way. That keeps the server busy while we
 * prepare, but makes batches smaller. It pays when preparing takes longer than the server's answer,
 * which is mostly the disk: then it never idles. On a slow disk full batches pay more.
 */
export class Pace {
  private answerMs = 0;
  private lastAnswered = 0;

  /** Times on the clock of `performance.now()`. */
  answered(sentAt: number, now: number): void {
    const took = now - Math.max(sentAt, this.lastAnswered);
    this.lastAnswered = now;
    this.answerMs += (took - this.answerMs) / 8;
  }

  paysToSend(waiting: number): boolean {
    return waiting * OWN_MS_PER_APPEND >= this.answerMs;
  }
}
