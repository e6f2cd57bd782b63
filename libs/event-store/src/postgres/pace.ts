/** About what one append costs our side, to prepare, send and answer it; see docs/performance.md. */
const OUR_MS = 0.075;
/** About what one append costs the server, beside what each transaction costs it. */
const SERVER_MS = 0.02;

/**
 * Whether to write in two halves, one behind the other on its way. Then the server works while we
 * prepare, but there are twice as many transactions, and each waits for the disk. So it pays when
 * the wait for the disk is shorter than the time in which the server would idle.
 */
export class Pace {
  /** What a transaction takes whatever is in it, mostly the disk; slow until seen. */
  private fixedMs = 10;
  private lastAnswered = 0;

  /** Times on the clock of `performance.now()`. */
  answered(appends: number, sentAt: number, now: number): void {
    // What it waited behind another batch is the other's time.
    const took = now - Math.max(sentAt, this.lastAnswered);
    this.lastAnswered = now;
    this.fixedMs += (Math.max(0, took - appends * SERVER_MS) - this.fixedMs) / 8;
  }

  paysToHalve(appends: number): boolean {
    return appends * OUR_MS > this.fixedMs;
  }
}
