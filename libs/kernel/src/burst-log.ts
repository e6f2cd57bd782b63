/** Fits pino. */
export interface BurstLines {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface Burst {
  count: number;
  readonly timer: NodeJS.Timeout;
}

/**
 * The first of a kind is logged at once, what follows is counted: two hundred connections that are
 * cut make two lines, and whatever else goes wrong can still be found between them.
 */
export class BurstLog {
  readonly #bursts = new Map<string, Burst>();
  #closed = false;

  constructor(
    private readonly log: BurstLines,
    private readonly everyMs: number,
  ) {}

  /** @param kind one of few, in our own words; @param fields nothing personal, no address */
  note(
    level: 'warn' | 'error',
    kind: string,
    fields: Readonly<Record<string, unknown>> = {},
  ): void {
    const burst = this.#bursts.get(kind);
    if (burst) {
      burst.count += 1;
      return;
    }
    if (this.#closed) return;
    this.log[level](fields, kind);
    const timer = setTimeout(() => this.#end(level, kind), this.everyMs).unref();
    this.#bursts.set(kind, { count: 0, timer });
  }

  /** What was counted and not yet said, at the end. */
  close(): void {
    this.#closed = true;
    for (const { timer } of this.#bursts.values()) clearTimeout(timer);
    for (const kind of [...this.#bursts.keys()]) this.#end('warn', kind);
  }

  #end(level: 'warn' | 'error', kind: string): void {
    const count = this.#bursts.get(kind)?.count ?? 0;
    this.#bursts.delete(kind);
    if (count > 0) this.log[level]({ count, withinMs: this.everyMs }, `${kind}, again`);
  }
}
