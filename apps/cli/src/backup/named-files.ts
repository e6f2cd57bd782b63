import type { EventStore } from '@minh-bach/event-store';
import { isFileId, type FileId } from '@minh-bach/files';

/** Which sealed files the events of a log name. */
export async function namedFiles(log: Pick<EventStore, 'readAll'>): Promise<Set<FileId>> {
  const ids = new Set<FileId>();
  for await (const { data } of log.readAll()) {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    if (bytes.includes('"sha256"')) collect(JSON.parse(bytes.toString()), ids);
  }
  return ids;
}

function collect(value: unknown, ids: Set<FileId>): void {
  if (typeof value !== 'object' || value === null) return;
  const { id, sha256 } = value as { id?: unknown; sha256?: unknown };
  if (typeof id === 'string' && isFileId(id) && typeof sha256 === 'string') ids.add(id);
  for (const each of Object.values(value)) collect(each, ids);
}
