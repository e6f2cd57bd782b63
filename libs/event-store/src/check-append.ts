import { DomainError } from '@minh-bach/kernel';
import { MAX_APPEND_BYTES } from './event-store.ts';
import type { EventData } from './event-store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What UTF-8, and PostgreSQL's text, cannot carry unchanged. */
const unstorable = /[\0\p{Surrogate}]/u;
const MAX_NAME_BYTES = 512;

/**
 * Refuses what no engine can keep, before it leaves.
 *
 * @returns its size in bytes, as `MAX_APPEND_BYTES` counts
 * @throws DomainError `EMPTY_APPEND`, `EVENT_ID_TWICE`, `APPEND_TOO_LARGE`, `APPEND_MALFORMED`
 */
export function checkAppend(stream: string, events: readonly EventData[]): number {
  if (events.length === 0) throw new DomainError('EMPTY_APPEND', { stream });
  checkName('stream', stream);

  const ids = new Set<string>();
  let bytes = Buffer.byteLength(stream);
  for (const { id, type, data, metadata } of events) {
    if (!uuid.test(id)) throw new DomainError('APPEND_MALFORMED', { what: 'id', value: id });
    checkName('type', type);
    if (ids.has(id)) throw new DomainError('EVENT_ID_TWICE', { stream, id });
    ids.add(id);
    bytes += Buffer.byteLength(type) + data.byteLength + metadata.byteLength;
  }
  if (bytes > MAX_APPEND_BYTES)
    throw new DomainError('APPEND_TOO_LARGE', { stream, bytes, limit: MAX_APPEND_BYTES });
  return bytes;
}

function checkName(what: string, value: string): void {
  if (value === '' || unstorable.test(value) || Buffer.byteLength(value) > MAX_NAME_BYTES)
    throw new DomainError('APPEND_MALFORMED', { what });
}
