import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { all, eventData, plain } from '../conformance/index.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { exportLog } from './export-log.ts';
import { openExportedLog } from './exported-log.ts';
import { importLog } from './import-log.ts';
import { MANIFEST } from './manifest.ts';
import type { EventStore, StoredEvent } from '../event-store.ts';

export const FIRST = '00000001.events';
export const SECOND = '00000002.events';

/** A log in memory, and a folder that it is exported into, two events a chunk. */
export class Exported {
  from: EventStore = createMemoryEventStore();
  readonly folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));

  /** One event for each letter, in a stream of that name. */
  say(letters: string): Promise<void> {
    return say(this.from, letters);
  }

  run() {
    return exportLog({ from: this.from, folder: this.folder, most: { events: 2, bytes: 1e6 } });
  }

  async bringTo(to: EventStore, options = {}) {
    return importLog({ from: await openExportedLog(this.folder, options), to });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  edit(name: string, change: (text: string) => string): void {
    writeFileSync(this.path(name), change(this.read(name).toString('latin1')), 'latin1');
  }

  /** Of the manifest. */
  lines(): string[] {
    return this.read(MANIFEST).toString().trim().split('\n');
  }

  forget(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export async function say(store: EventStore, letters: string): Promise<void> {
  for (const letter of letters) await store.append(`s.${letter}`, [eventData()], 'any');
}

const envelope = (event: StoredEvent) => ({
  ...plain(event),
  stream: event.stream,
  revision: event.revision,
});
export const envelopes = async (store: Pick<EventStore, 'readAll'>) =>
  (await all(store.readAll())).map(envelope);

/** The store, to have single methods replaced. */
export const bound = (store: EventStore): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: () => store.head(),
  ping: () => store.ping(),
  close: () => store.close(),
});

export async function* asStream(events: readonly StoredEvent[]): AsyncGenerator<StoredEvent> {
  yield* events;
}
