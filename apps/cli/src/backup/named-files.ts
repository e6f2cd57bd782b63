import type { EventStore, StoredEvent } from '@minh-bach/event-store';
import { isFileId, type FileId } from '@minh-bach/files';

export interface NamedFiles {
  readonly files: Set<FileId>;
  /** Events that should name a file, and are not to be read. */
  readonly unreadable: readonly Pick<StoredEvent, 'stream' | 'revision'>[];
}

type FilesIn = (data: never) => readonly { readonly id: string }[];

/**
 * Which sealed files the events of a log name: those of the types that are declared to, in the streams of
 * their own service. What another service's account appended, however alike, names none.
 */
export async function namedFiles(log: Pick<EventStore, 'readAll'>): Promise<NamedFiles> {
  const { allParts } = await import('@minh-bach/services');
  const declared = new Map<string, FilesIn>();
  for (const { service } of await allParts())
    for (const { type, meaning } of service.events)
      if (meaning.files) declared.set(`${service.name} ${type}`, meaning.files);
  const files = new Set<FileId>();
  const unreadable: Pick<StoredEvent, 'stream' | 'revision'>[] = [];
  for await (const { stream, revision, type, data } of log.readAll()) {
    const filesIn = declared.get(`${stream.slice(0, stream.indexOf('.'))} ${type}`);
    if (!filesIn) continue;
    try {
      for (const { id } of filesIn(JSON.parse(Buffer.from(data).toString()) as never)) {
        if (typeof id !== 'string' || !isFileId(id)) throw new TypeError('no id of a file');
        files.add(id);
      }
    } catch {
      unreadable.push({ stream, revision });
    }
  }
  return { files, unreadable };
}
