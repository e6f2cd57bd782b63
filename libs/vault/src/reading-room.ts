import { DomainError, Together, type Actor, type Clock } from '@minh-bach/kernel';
import type { AccessLine, AccessLog } from './access-log.ts';
import { purposeSchema } from './disclosures.ts';
import type { FieldToOpen, OpenedField, Vault } from './vault.ts';

export interface ReadRequest {
  /** Whose right to read was checked by the caller. */
  readonly actor: Actor;
  /** A code of the policy, e.g. `work-on-case`; no free text. */
  readonly purpose: string;
  readonly matter: string;
  readonly fields: readonly FieldToOpen[];
}

/** A list of which a file was made. */
export interface NotedExport {
  readonly actor: Actor;
  /** A code of the policy. */
  readonly purpose: string;
  /** Of which service. */
  readonly list: string;
  /** What it was narrowed by; of words that were looked for, only that there were some. */
  readonly filters: Readonly<Record<string, string>>;
  readonly rows: number;
}

export interface ReadingRoomOptions {
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  /** How long an answer waits for its line. @default 1_000 */
  readonly waitMs?: number;
  /** Lines kept while the log cannot be written; beyond that the oldest are lost. @default 10_000 */
  readonly keep?: number;
  /** Told of each failed write and of how many lines were lost for good. */
  readonly onTrouble: (trouble: { readonly error: unknown; readonly lost: number }) => void;
}

/**
 * Opens `working` fields. Each reading leaves a line in the access log, and waits for it while the
 * log takes lines; when it takes none (a full disk, which lets tables be read but not grow), people
 * who work a case against a legal deadline read on: the line waits in memory and goes with the next
 * one, and operations are told. What `identity` needs is the contrary: see `Disclosures`.
 */
export class ReadingRoom {
  /** Lines that could not be written yet. */
  #kept: AccessLine[] = [];
  /** Those that wait for the log, or are with it. */
  readonly #asked = new Set<Promise<void>>();
  readonly #lines = new Together<AccessLine, void>(async (lines) => {
    await this.#write(lines);
    return lines.map(() => undefined);
  });

  constructor(private readonly options: ReadingRoomOptions) {}

  /** @throws DomainError `DISCLOSURE_NEEDED` when a field is of `identity`, `PURPOSE_UNKNOWN` */
  async read({ actor, purpose, matter, fields }: ReadRequest): Promise<OpenedField[]> {
    if (fields.some((field) => field.sealed.$sealed !== 'working'))
      throw new DomainError('DISCLOSURE_NEEDED', { matter });
    if (!purposeSchema.safeParse(purpose).success) throw new DomainError('PURPOSE_UNKNOWN');
    if (fields.length === 0) return [];
    const { vault, clock } = this.options;
    const places = fields.map(({ eventId, path }) => [eventId, path] as const);
    const line = { at: clock.now(), actor, purpose, matter, fields: places };
    const [opened] = await Promise.all([vault.open(fields), this.#writeWithin(line)]);
    return opened;
  }

  /**
   * Of a list that leaves as a file: by whom, what for, how it was narrowed, how many rows. Whoever gives
   * it out waits for the line. Nothing of what stands in the rows is in it.
   *
   * @throws where the line is not durable: then nothing may leave
   */
  async noteExport({ actor, purpose, list, filters, rows }: NotedExport): Promise<void> {
    if (!purposeSchema.safeParse(purpose).success) throw new DomainError('PURPOSE_UNKNOWN');
    const fields = [...Object.entries(filters), ['rows', String(rows)] as const];
    const at = this.options.clock.now();
    await this.options.accessLog.write([{ at, actor, purpose, matter: `list ${list}`, fields }]);
  }

  /** Writes what waits, also for a log that is slow; for the end of a process. Never throws. */
  async flush(): Promise<void> {
    await Promise.all(this.#asked);
    if (this.#kept.length > 0) await this.#write([]);
  }

  async #write(more: readonly AccessLine[]): Promise<void> {
    const lines = [...this.#kept, ...more];
    this.#kept = [];
    try {
      await this.options.accessLog.write(lines);
    } catch (error) {
      const { keep = 10_000, onTrouble } = this.options;
      const all = [...lines, ...this.#kept];
      this.#kept = all.slice(-keep);
      onTrouble({ error, lost: all.length - this.#kept.length });
    }
  }

  async #writeWithin(line: AccessLine): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.options.waitMs ?? 1_000);
    });
    const asked = this.#lines.ask(line).finally(() => this.#asked.delete(asked));
    this.#asked.add(asked);
    await Promise.race([asked, enough]);
    clearTimeout(timer);
  }
}
