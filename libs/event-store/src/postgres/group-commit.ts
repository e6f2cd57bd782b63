import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from './batch.ts';
import { ambiguous, certainlyNotStored, NotSent, unavailable } from './failures.ts';
import { backoffMs } from '../backoff.ts';
import { Pace } from './pace.ts';
import type { AppendResult } from '../event-store.ts';
import type { Written } from './batch.ts';
import type { PendingAppend } from './pending-append.ts';

export interface GroupCommitOptions {
  /** Writes a batch in one transaction. */
  readonly write: (batch: readonly PendingAppend[]) => Promise<readonly Written[]>;
  /** Answers an append that the log has taken or refused. */
  readonly answer: (append: PendingAppend, written: Written) => Promise<AppendResult>;
  readonly onRetry: (error: unknown) => void;
}

/**
 * Appends that wait together are written together. A stream is in one batch at a time, and its
 * appends keep the order in which they came.
 */
export class GroupCommit {
  private waiting: PendingAppend[] = [];
  private readonly busy = new Set<string>();
  private readonly pace = new Pace();
  private inFlight = 0;
  private failures = 0;
  private scheduled = false;
  private notBefore = 0;

  constructor(private readonly options: GroupCommitOptions) {}

  add(append: PendingAppend): void {
    this.waiting.push(append);
    this.schedule();
  }

  /** Gives up all that waits. */
  close(): void {
    this.giveUp(() => true, 'the log is closed');
  }

  /** A turn of the event loop later: whoever was answered just now may have more to say. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const wait = this.notBefore - performance.now();
    const send = () => {
      this.scheduled = false;
      this.send();
    };
    if (wait > 0) setTimeout(send, wait);
    else setImmediate(send);
  }

  private send(): void {
    const now = performance.now();
    this.giveUp(({ deadline }) => deadline <= now, 'the log did not answer in time');
    while (this.waiting.length > 0) {
      const batch = this.takeBatch(this.howMany());
      if (batch.length === 0) return;
      this.inFlight += 1;
      void this.run(batch);
    }
  }

  /** All that wait; or where that pays half of them, and the other half behind. */
  private howMany(): number {
    const all = this.waiting.length;
    if (this.inFlight === 0) return this.pace.paysToHalve(all) ? Math.ceil(all / 2) : all;
    return this.inFlight === 1 && this.pace.paysToHalve(2 * all) ? all : 0;
  }

  private takeBatch(most: number): PendingAppend[] {
    const batch: PendingAppend[] = [];
    const left: PendingAppend[] = [];
    const streams = new Set(this.busy);
    let events = 0;
    let bytes = 0;
    for (const append of this.waiting) {
      const full =
        batch.length >= most ||
        batch[0]?.alone ||
        events + append.events.length > MAX_BATCH_EVENTS ||
        bytes + append.bytes > MAX_BATCH_BYTES;
      if (streams.has(append.stream) || (batch.length > 0 && append.alone) || full)
        left.push(append);
      else {
        batch.push(append);
        events += append.events.length;
        bytes += append.bytes;
      }
      streams.add(append.stream);
    }
    this.waiting = left;
    for (const { stream } of batch) this.busy.add(stream);
    return batch;
  }

  private async run(batch: readonly PendingAppend[]): Promise<void> {
    const sentAt = performance.now();
    try {
      const written = await this.options.write(batch);
      this.pace.answered(batch.length, sentAt, performance.now());
      this.failures = 0;
      this.release(batch);
      batch.forEach((append, n) => {
        this.options.answer(append, written[n]!).then(append.resolve, append.reject);
      });
    } catch (error) {
      this.release(batch);
      this.failed(batch, error);
    }
    this.schedule();
  }

  private release(batch: readonly PendingAppend[]): void {
    this.inFlight -= 1;
    for (const { stream } of batch) this.busy.delete(stream);
  }

  /**
   * Undone for certain by one of several: each goes by itself. By itself: that is its answer.
   * Not sent, or not known: again with the same ids and bytes, which the log takes once.
   */
  private failed(batch: readonly PendingAppend[], error: unknown): void {
    const undone = certainlyNotStored(error);
    const [only] = batch;
    if (undone && !(error instanceof NotSent) && batch.length === 1 && only) {
      only.reject(only.maybeStored ? ambiguous(only.stream, error) : unavailable(error));
      return;
    }
    if (!undone || error instanceof NotSent) {
      this.notBefore = performance.now() + backoffMs(this.failures);
      this.failures += 1;
    }
    for (const append of batch) {
      append.maybeStored ||= !undone;
      append.alone ||= undone && !(error instanceof NotSent);
    }
    this.waiting.unshift(...batch);
    this.options.onRetry(error);
  }

  private giveUp(which: (append: PendingAppend) => boolean, why: string): void {
    const given = this.waiting.filter(which);
    if (given.length === 0) return;
    const cause = new NotSent(why);
    this.waiting = this.waiting.filter((append) => !which(append));
    for (const append of given)
      append.reject(append.maybeStored ? ambiguous(append.stream, cause) : unavailable(cause));
  }
}
