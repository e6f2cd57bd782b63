import { Refused, type DoubleLog, type Expected, type Proposed } from './log.fixture.ts';
import { answer, failure, nameOf, proposedIn } from './messages.fixture.ts';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';

export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** What becomes of an append, where it is not simply answered. */
export type AppendFault =
  /** It is stored, and the call is cut before the answer. */
  | 'commit-and-cut'
  /** It is stored, and no answer comes. */
  | 'commit-and-stall'
  /** Nothing happens at all. */
  | 'stall'
  /** Answers to this append. */
  | 'access-denied'
  | 'timeout'
  | 'unknown'
  /** The whole call fails. */
  | 'not-leader'
  | 'not-ready'
  | 'overload'
  | 'unavailable';

interface Appending {
  readonly log: DoubleLog;
  readonly appendFaults: AppendFault[];
  readonly heard: { stream: string; ids: string[] }[];
  readonly leader: number | undefined;
}

/** Appends of one call, each in one message or several. */
export function takeAppends(server: Appending, call: AppendCall): void {
  const begun = new Map<string, { options: BatchAppendReq.Options; events: Proposed[] }>();
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  call.on('data', (request: BatchAppendReq) => {
    const key = request.getCorrelationId()!.getString();
    const append = begun.get(key) ?? { options: request.getOptions()!, events: [] };
    begun.set(key, append);
    append.events.push(...request.getProposedMessagesList().map(proposedIn));
    if (!request.getIsFinal()) return;
    begun.delete(key);
    take(server, call, request, append);
  });
}

function take(
  server: Appending,
  call: AppendCall,
  request: BatchAppendReq,
  { options, events }: { options: BatchAppendReq.Options; events: Proposed[] },
): void {
  const stream = nameOf(options.getStreamIdentifier());
  server.heard.push({ stream, ids: events.map(({ id }) => id) });
  const tell = (result: Parameters<typeof answer>[2]) =>
    call.write(answer(request.getCorrelationId()!, stream, result));
  const store = () => {
    const deadline = options.getDeadline();
    if (deadline && deadline.toDate().getTime() <= Date.now()) throw new Refused('timeout');
    return server.log.append(stream, events, expectedIn(options));
  };
  const fault = server.appendFaults.shift();
  try {
    if (fault === undefined) return void tell(store());
    if (fault === 'stall') return;
    if (fault.startsWith('commit')) store();
    if (fault === 'commit-and-stall') return;
    if (fault === 'access-denied' || fault === 'timeout' || fault === 'unknown')
      return void tell(new Refused(fault));
    const { leader } = server;
    const how = fault === 'commit-and-cut' ? 'unavailable' : fault;
    call.emit('error', failure(how, leader === undefined ? {} : { leader }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(error);
  }
}

function expectedIn(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return options.hasAny() ? 'any' : BigInt(options.getStreamPosition());
}
