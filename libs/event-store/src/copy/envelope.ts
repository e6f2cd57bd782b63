import type { StoredEvent } from '../event-store.ts';

/** All of an event that does not hang on the engine: everything but its position. */
export const partsOf = (event: StoredEvent): readonly (string | Uint8Array)[] => [
  event.stream,
  String(event.revision),
  event.id,
  event.type,
  event.data,
  event.metadata,
];

export function sameEnvelope(a: StoredEvent, b: StoredEvent): boolean {
  const others = partsOf(b);
  return partsOf(a).every((part, n) => Buffer.compare(bytes(part), bytes(others[n]!)) === 0);
}

export const bytes = (part: string | Uint8Array): Uint8Array =>
  typeof part === 'string' ? Buffer.from(part) : part;
