import type { EventStore } from '@minh-bach/event-store';
import { decodeAsWritten, type Actor } from '@minh-bach/kernel';

export interface Written {
  readonly type: string;
  readonly data: object;
  readonly actor: Actor;
}

/** What a stream of another service says, as it was written there. */
export async function* written(store: EventStore, stream: string): AsyncGenerator<Written> {
  for await (const { type, data, metadata } of store.readStream(stream)) {
    const { event, metadata: said } = decodeAsWritten(type, data, metadata);
    yield { type, data: event.data as object, actor: said.actor };
  }
}
