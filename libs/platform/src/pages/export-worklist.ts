import { MOST_EXPORTED, type ExportAsked } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { CsvFile, type CsvColumn } from './export-csv.ts';

/** So many rows are read at once. */
const AT_ONCE = 500;
/** Files that are made at the same time in one service: lists of others have to be read meanwhile. */
const MOST_FILES = 2;
/** Those who wait for their turn. */
const MOST_WAITING = 20;

interface Batch<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Makes files of lists. What is hidden from whoever asks is not in them: they are the list, page by page. */
export class ListExports {
  #files = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly service: Pick<ServiceRuntime, 'infrastructure'>) {}

  /**
   * The line about it is durable before anything is given out.
   *
   * @param page asked for the first one, then for what follows a cursor
   * @throws DomainError `EXPORT_BUSY`, `EXPORT_TOO_LONG`
   */
  async make<Item>(
    list: string,
    { purpose, language, ...filters }: ExportAsked & Readonly<Record<string, unknown>>,
    columns: readonly CsvColumn<Item>[],
    page: (at: { readonly limit: number; readonly cursor?: string }) => Promise<Batch<Item>>,
    actor: Actor,
  ): Promise<Buffer> {
    await this.#turn();
    try {
      const file = new CsvFile(columns, language);
      let cursor: string | null = null;
      do {
        const batch: Batch<Item> = await page({ limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
        file.add(batch.items);
        cursor = batch.nextCursor;
        if (cursor !== null && file.rows >= MOST_EXPORTED)
          throw new DomainError('EXPORT_TOO_LONG', { most: MOST_EXPORTED });
      } while (cursor !== null);
      const told = { actor, purpose, list, filters: toldOf(filters), rows: file.rows };
      await this.service.infrastructure.readingRoom.noteExport(told);
      return file.bytes();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#files -= 1;
    }
  }

  /** A place is handed on to whoever waits the longest. */
  async #turn(): Promise<void> {
    if (this.#files < MOST_FILES) {
      this.#files += 1;
      return;
    }
    if (this.#waiting.length >= MOST_WAITING) throw new DomainError('EXPORT_BUSY');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** Words that were looked for may name a person: the line says only that there were some. */
const toldOf = (filters: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) =>
      name === 'q' ? ['words', 'some'] : [name, String(value)],
    ),
  );
