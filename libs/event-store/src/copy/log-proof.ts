import { createHash } from 'node:crypto';
import { bytes, partsOf } from './envelope.ts';
import type { StoredEvent } from '../event-store.ts';

/** What two logs have in common when they are the same. */
export interface Proof {
  readonly events: number;
  /** SHA-256, in hexadecimal, over all envelopes in order of position. */
  readonly digest: string;
}

/** Each part is hashed behind its length, so that no byte can be shifted into the next. */
export async function proofOf(
  log: AsyncIterable<StoredEvent>,
  onEvent: (events: number) => void = () => {},
): Promise<Proof> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const event of log) {
    for (const part of partsOf(event).map(bytes)) hash.update(`${part.byteLength}:`).update(part);
    events += 1;
    onEvent(events);
  }
  return { events, digest: hash.digest('hex') };
}
