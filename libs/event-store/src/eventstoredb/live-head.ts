import { backoffMs, pause } from '../backoff.ts';
import { START } from '../position.ts';
import { Wakeup } from '../wakeup.ts';
import type { EngineEvent, EventStoreDbEngine } from './engine.ts';
import type { Settings } from './options.ts';
import type { Mark } from '../paged-log.ts';

interface Heard {
  /** An event, and the place of the one before it: nothing stands between them. */
  event(after: bigint, event: EngineEvent): void;
  /** From here on it may be another server. */
  connected(): void;
  /** The log is shorter than it was. */
  wentBack(): void;
}

/**
 * Knows how far the log has grown, for all subscriptions of a store at once. One subscription tells of
 * each event. It may end, fail, stall or fall silent, so the head is looked at every now and then; one
 * that has not told of what stands there for two looks is begun anew. Works only while somebody waits.
 */
export class LiveHead {
  private place = START;
  private looked: Mark = { place: START };
  private told = START;
  private connections = 0;
  private readonly grown = new Wakeup();
  private readonly stopped = new AbortController();
  private current = new AbortController();
  private watching: Promise<unknown> | undefined;

  constructor(
    private readonly engine: EventStoreDbEngine,
    private readonly settings: Settings,
    private readonly head: () => Promise<Mark>,
    private readonly heard: Heard,
  ) {}

  /** What a log reached that has gone back says nothing of where it is now. */
  forget(): void {
    this.place = START;
    this.looked = { place: START };
    this.current.abort();
  }

  async beyond(place: bigint, signal: AbortSignal): Promise<void> {
    this.watching ??= Promise.all([this.listen(), this.poll()]);
    const { connections } = this;
    // A new connection wakes all who wait: the server behind it may lack what they were given.
    await this.grown.until(
      () => this.place > place || this.connections !== connections || this.stopped.signal.aborted,
      signal,
    );
  }

  async close(): Promise<void> {
    this.stopped.abort();
    this.current.abort();
    this.grown.all();
    await this.watching;
  }

  private reached(place: bigint): void {
    if (place <= this.place) return;
    this.place = place;
    this.grown.all();
  }

  private async poll(): Promise<void> {
    const { signal } = this.stopped;
    for (let behind = 0; !signal.aborted; await pause(this.settings.pollMs, signal)) {
      try {
        const head = await this.head();
        const before = this.looked;
        this.looked = head;
        if (isShorter(head, before)) this.heard.wentBack();
        this.reached(head.place);
        behind = before.place > this.told ? behind + 1 : 0;
        if (behind < 2) continue;
        behind = 0;
        this.settings.onRetry({ doing: 'log.subscribe', error: new Error('it fell silent') });
        this.current.abort();
      } catch (error) {
        if (!signal.aborted) this.settings.onRetry({ doing: 'log.head', error });
      }
    }
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopped;
    for (let failures = 0; !signal.aborted; failures += 1) {
      this.current = new AbortController();
      try {
        await this.listenOnce(this.current.signal, () => (failures = 0));
      } catch (error) {
        if (!signal.aborted) this.settings.onRetry({ doing: 'log.subscribe', error });
      }
      await pause(backoffMs(failures), signal);
    }
  }

  private async listenOnce(signal: AbortSignal, hears: () => void): Promise<void> {
    const { place } = await this.head();
    this.heard.connected();
    this.told = place;
    this.connections += 1;
    this.place = place > this.place ? place : this.place;
    this.grown.all();
    const tell = (event: EngineEvent) => {
      hears();
      this.heard.event(this.told, event);
      this.told = event.commit;
      this.reached(event.commit);
    };
    await this.engine.follow(place === START ? undefined : place, tell, signal);
  }
}

const isShorter = (now: Mark, before: Mark): boolean =>
  now.place < before.place || (now.place === before.place && now.id !== before.id);
