import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status as Code } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected, Proposed, Recorded, Refused } from './log.fixture.ts';

/** 1970 in the units of 100 ns that .NET counts. */
const TICKS = 10_000n;

export const uuid = (id: string) => new shared.UUID().setString(id);

const identifier = (stream: string) =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));

export const nameOf = (given?: { getStreamName_asU8(): Uint8Array }): string =>
  Buffer.from(given!.getStreamName_asU8()).toString();

export function eventMessage(event: Recorded) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setPreparePosition(String(event.commit))
    .setCommitPosition(String(event.commit))
    .setCustomMetadata(Uint8Array.from(event.metadata))
    .setData(Uint8Array.from(event.data));
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(BigInt(event.createdAt) * TICKS));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.commit)),
  );
}

export const notFound = (stream: string) =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
  );

export const proposedIn = (message: {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}): Proposed => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export function answer(
  correlation: InstanceType<typeof shared.UUID>,
  stream: string,
  result: { revision: bigint; commit: bigint } | Refused,
) {
  const response = new streams.BatchAppendResp()
    .setCorrelationId(correlation)
    .setStreamIdentifier(identifier(stream));
  if (result instanceof Error) return response.setError(refusal(result, stream));
  const position = new shared.AllStreamPosition()
    .setCommitPosition(String(result.commit))
    .setPreparePosition(String(result.commit));
  return response.setSuccess(
    new streams.BatchAppendResp.Success()
      .setCurrentRevision(String(result.revision))
      .setPosition(position),
  );
}

function refusal(error: Refused, stream: string) {
  const [name, bytes] = detailsOf(error, stream);
  const details = new any.Any();
  details.pack(bytes, `event_store.client.${name}`);
  return new status.Status().setCode(2).setMessage('').setDetails(details);
}

function detailsOf({ type, fields }: Refused, stream: string): [string, Uint8Array] {
  switch (type) {
    case 'wrong-expected-version':
      return ['WrongExpectedVersion', wrongVersion(fields).serializeBinary()];
    case 'maximum-append-size-exceeded':
      return [
        'MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(fields.limit!).serializeBinary(),
      ];
    case 'stream-deleted':
      return [
        'StreamDeleted',
        new shared.StreamDeleted().setStreamIdentifier(identifier(stream)).serializeBinary(),
      ];
    case 'access-denied':
      return ['AccessDenied', new shared.AccessDenied().serializeBinary()];
    case 'timeout':
      return ['Timeout', new shared.Timeout().serializeBinary()];
    case 'stream-not-found':
    case 'unknown':
      return ['Unknown', new shared.Unknown().serializeBinary()];
  }
}

function wrongVersion({ expected, actual }: { expected?: Expected; actual?: bigint }) {
  const wrong = new shared.WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(actual));
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new empty.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new empty.Empty());
  if (expected === 'any') return wrong.setExpectedAny(new empty.Empty());
  return wrong.setExpectedStreamPosition(String(expected));
}

/** A whole call that fails, as the server tells it: a code, and the reason beside it. */
export function failure(
  type: string,
  { stream, leader }: { stream?: string | undefined; leader?: number } = {},
) {
  const metadata = new Metadata();
  const codes: Record<string, number> = {
    'stream-deleted': Code.FAILED_PRECONDITION,
    'access-denied': Code.PERMISSION_DENIED,
    'not-leader': Code.NOT_FOUND,
    'not-ready': Code.UNKNOWN,
    overload: Code.RESOURCE_EXHAUSTED,
    'too-slow': Code.ABORTED,
    unavailable: Code.UNAVAILABLE,
  };
  const details: Record<string, string> = {
    'not-ready': 'Server Is Not Ready',
    'too-slow': 'Consumer too slow to handle event while live',
  };
  if (['stream-deleted', 'access-denied', 'not-leader'].includes(type))
    metadata.set('exception', type);
  if (stream !== undefined) metadata.set('stream-name', stream);
  if (leader !== undefined) {
    metadata.set('leader-endpoint-host', '127.0.0.1');
    metadata.set('leader-endpoint-port', String(leader));
  }
  return { code: codes[type] ?? Code.UNKNOWN, details: details[type] ?? type, metadata };
}
