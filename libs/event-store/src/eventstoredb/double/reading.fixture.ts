import streams from '@eventstore/db-client/generated/streams_pb.js';
import { eventMessage, nameOf, notFound } from './messages.fixture.ts';
import { Refused, type DoubleLog, type Recorded } from './log.fixture.ts';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

type Options = ReadReq.Options;

/** A read that has an end. */
export function answersTo(log: DoubleLog, options: Options): ReadResp[] {
  const isBackwards = options.getReadDirection() === 1;
  const stream = options.getStream();
  try {
    const events = stream ? log.read(nameOf(stream.getStreamIdentifier())) : log.all;
    const from = startOf(log, options);
    const place = (event: Recorded) => (stream ? event.revision : event.commit);
    return (isBackwards ? events.toReversed() : events)
      .filter((e) => from === undefined || (isBackwards ? place(e) <= from : place(e) >= from))
      .slice(0, Number(options.getCount()))
      .map(eventMessage);
  } catch (error) {
    if (!(error instanceof Refused) || error.type !== 'stream-not-found') throw error;
    return [notFound(error.fields.stream!)];
  }
}

/** A subscription: what stood there, that it has caught up, and what comes. */
export class Subscription {
  #told = 0;
  #hasCaughtUp = false;
  readonly #wanted: (event: Recorded) => boolean;
  readonly #stream: string | undefined;
  readonly #window: number;

  constructor(
    private readonly log: DoubleLog,
    private readonly write: (message: ReadResp) => void,
    private readonly tellsOfEmptyStreams: boolean,
    options: Options,
  ) {
    const stream = options.getStream()?.getStreamIdentifier();
    this.#stream = stream && nameOf(stream);
    this.#wanted = filterOf(options);
    const filter = options.getFilter();
    this.#window = filter ? (filter.getMax() || 32) * filter.getCheckpointintervalmultiplier() : 0;
    const from = startOf(log, options);
    const events = log.all;
    while (from !== undefined && this.#told < events.length && this.#at(this.#told) <= from)
      this.#told += 1;
    write(
      new streams.ReadResp().setConfirmation(
        new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('double'),
      ),
    );
  }

  /** Told again whenever the log has grown. */
  goOn(): void {
    for (; this.#told < this.log.all.length; this.#told += 1) {
      const event = this.log.all[this.#told]!;
      if (this.#stream !== undefined && event.stream !== this.#stream) continue;
      if (this.#wanted(event)) this.write(eventMessage(event));
      if (this.#window > 0 && this.#told % this.#window === 0) this.#checkpoint(event.commit);
      if (this.#hasCaughtUp || this.tellsOfEmptyStreams) continue;
      if (this.#stream !== undefined && this.#told === this.log.all.length - 1) this.#caughtUp();
    }
    const isThere =
      this.#stream === undefined || this.log.all.some(({ stream }) => stream === this.#stream);
    if (isThere || this.tellsOfEmptyStreams) this.#caughtUp();
  }

  #at(index: number): bigint {
    const event = this.log.all[index]!;
    if (this.#stream === undefined) return event.commit;
    return event.stream === this.#stream ? event.revision : -1n;
  }

  #caughtUp(): void {
    if (this.#hasCaughtUp) return;
    this.#hasCaughtUp = true;
    this.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  }

  #checkpoint(commit: bigint): void {
    // The first one that was recorded.
    const at = String(this.#told === 0 ? 0n : commit);
    this.write(
      new streams.ReadResp().setCheckpoint(
        new streams.ReadResp.Checkpoint().setCommitPosition(at).setPreparePosition(at),
      ),
    );
  }
}

/** @throws Refused where nothing begins: a real server then reads at random */
function startOf(log: DoubleLog, options: Options): bigint | undefined {
  const stream = options.getStream();
  if (stream) return stream.hasRevision() ? BigInt(stream.getRevision()) : undefined;
  const position = options.getAll()?.getPosition();
  if (!position) return undefined;
  const commit = BigInt(position.getCommitPosition());
  if (!log.all.some((event) => event.commit === commit)) throw new Refused('unknown');
  return commit;
}

function filterOf(options: Options): (event: Recorded) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType()!;
  const [prefixes, regex] = [expression.getPrefixList(), expression.getRegex()];
  const matches = regex === '' ? undefined : new RegExp(regex, 'u');
  return (event) => {
    const name = byStream ? event.stream : event.type;
    return matches ? matches.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
}
