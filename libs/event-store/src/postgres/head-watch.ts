import pg from 'pg';
import { START } from '../position.ts';
import { Wakeup } from '../wakeup.ts';
import { backoffMs, pause } from '../backoff.ts';
import { connectionConfig } from './options.ts';
import { headOfLog } from './queries.ts';
import type { Reader } from './reader.ts';
import type { Mark } from '../paged-log.ts';
import type { Settings } from './options.ts';

interface HeadRow {
  readonly head: string;
  readonly id: string | null;
  /** Of the event where the last look ended. */
  readonly after: string | null;
}

/**
 * Knows how far the log has grown, for all subscriptions of a store at once: by notification, by
 * what this process appends itself, and by a look every now and then in case one was lost. Looks
 * only while somebody waits.
 */
export class HeadWatch {
  private place = START;
  private looked: Mark = { place: START };
  private readonly grown = new Wakeup();
  private readonly stopped = new AbortController();
  private watching: Promise<unknown> | undefined;
  private stop = () => {};
  private look = () => {};

  constructor(
    private readonly settings: Settings,
    private readonly reader: Reader,
    /** Events that a look has seen are gone. */
    private readonly onWentBack: () => void,
  ) {}

  /** The log reaches at least to here. */
  reached(place: bigint): void {
    if (place <= this.place) return;
    this.place = place;
    this.grown.all();
  }

  /** What a log reached that has gone back says nothing of where it is now. */
  forget(): void {
    this.place = START;
    this.looked = { place: START };
  }

  async beyond(place: bigint, signal: AbortSignal): Promise<void> {
    this.watching ??= Promise.all([this.listen(), this.poll()]);
    await this.grown.until(() => this.place > place || this.stopped.signal.aborted, signal);
  }

  async close(): Promise<void> {
    this.stopped.abort();
    this.stop();
    this.look();
    this.grown.all();
    await this.watching;
  }

  /** Most are of what this process appended itself. */
  private isKnown(place: string): boolean {
    return /^\d{1,19}$/.test(place) && BigInt(place) <= this.place;
  }

  private async poll(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const nap = new AbortController();
      this.look = () => nap.abort();
      await this.lookOnce().catch((error: unknown) =>
        this.settings.onRetry({ doing: 'log.head', error }),
      );
      await pause(this.settings.pollMs, nap.signal);
    }
  }

  private async lookOnce(): Promise<void> {
    const { looked } = this;
    const [row] = await this.reader.query<HeadRow>(headOfLog(looked.place));
    const { head, id, after } = row!;
    const isGone = BigInt(head) < looked.place || (looked.id !== undefined && looked.id !== after);
    if (isGone && this.looked === looked) this.onWentBack();
    this.looked = { place: BigInt(head), id: id ?? undefined };
    this.reached(BigInt(head));
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopped;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.listenOnce(signal, () => (failures = 0));
      } catch (error) {
        this.settings.onRetry({ doing: 'log.listen', error });
      }
      await pause(backoffMs(failures), signal);
    }
  }

  /** Ends when the connection does, or the watch. */
  private async listenOnce(signal: AbortSignal, listening: () => void): Promise<void> {
    const client = new pg.Client(connectionConfig(this.settings));
    client.on('error', () => {});
    // Any account that connects may notify, of anything: it makes us look, and nothing else it says counts.
    client.on('notification', ({ payload = '' }) => {
      if (!this.isKnown(payload)) this.look();
    });
    // Never ended while it connects: `pg` would leave both waiting for ever.
    await client.connect();
    try {
      const ended = new Promise<void>((resolve) => {
        client.once('end', resolve);
        this.stop = resolve;
      });
      await client.query('LISTEN minh_bach_log');
      listening();
      if (!signal.aborted) await ended;
    } finally {
      await client.end();
    }
  }
}
