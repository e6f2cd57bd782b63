import { MAX_APPEND_BYTES, MAX_TOGETHER_BYTES, MAX_TOGETHER_EVENTS } from '../event-store.ts';
import type { StoredEvent } from '../event-store.ts';

/** Events that follow each other in the log and in one stream. */
export interface RunOfEvents {
  readonly stream: string;
  /** Revision of the first. */
  readonly first: number;
  readonly events: readonly StoredEvent[];
}

const MOST_EVENTS = 500;

/** The same events in the same order, those of one stream together where they stand together. */
export async function* appendsOf(events: AsyncIterable<StoredEvent>): AsyncGenerator<RunOfEvents> {
  let run: StoredEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const [first] = run;
    if (first && !goesOn(run, event, bytes)) {
      yield { stream: first.stream, first: first.revision, events: run };
      run = [];
    }
    if (run.length === 0) bytes = Buffer.byteLength(event.stream);
    run.push(event);
    bytes += bytesOf(event);
  }
  const [first] = run;
  if (first) yield { stream: first.stream, first: first.revision, events: run };
}

const goesOn = (run: readonly StoredEvent[], event: StoredEvent, bytes: number): boolean =>
  run.length < MOST_EVENTS &&
  run.at(-1)?.stream === event.stream &&
  run.at(-1)?.revision === event.revision - 1 &&
  bytes + bytesOf(event) <= MAX_APPEND_BYTES;

const bytesOf = ({ type, data, metadata }: StoredEvent): number =>
  Buffer.byteLength(type) + data.byteLength + metadata.byteLength;

/** Runs of different streams that follow each other, as many as go in one transaction. */
export async function* together(
  runs: AsyncIterable<RunOfEvents>,
): AsyncGenerator<readonly RunOfEvents[]> {
  let some: RunOfEvents[] = [];
  let [events, bytes] = [0, 0];
  for await (const run of runs) {
    const weighs = run.events.reduce((sum, event) => sum + bytesOf(event), run.stream.length);
    const isKnown = some.some(({ stream }) => stream === run.stream);
    const isTooMuch =
      events + run.events.length > MAX_TOGETHER_EVENTS || bytes + weighs > MAX_TOGETHER_BYTES;
    if (some.length > 0 && (isKnown || isTooMuch)) {
      yield some;
      [some, events, bytes] = [[], 0, 0];
    }
    some.push(run);
    events += run.events.length;
    bytes += weighs;
  }
  if (some.length > 0) yield some;
}
