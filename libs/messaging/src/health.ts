/** How long something may fail, or be silent, before liveness falls. */
export const STUCK_AFTER_MS = 60_000;

/**
 * What `check()` asks: has it died, or gone without success or without a sign of life for too long?
 * Monotonic time, since the clock of the product may be set in tests.
 */
export class Health {
  #failingSince: number | undefined;
  #heardAt: number | undefined;
  #workedAt: number | undefined;
  #error: unknown;
  #dead = false;

  constructor(
    private readonly who: string,
    private readonly stuckAfterMs: number = STUCK_AFTER_MS,
  ) {}

  get silent(): boolean {
    return this.#heardAt !== undefined && this.#tooLong(this.#heardAt);
  }

  /** A sign of life. Once given, it must be given again and again. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  /** It works on something, and must end it or say so again: a handler may hang. */
  working(): void {
    this.#workedAt = performance.now();
  }

  succeeded(): void {
    this.#failingSince = undefined;
    this.#workedAt = undefined;
    this.#error = undefined;
  }

  failed(error: unknown): void {
    this.#failingSince ??= performance.now();
    this.#workedAt = undefined;
    this.#error = error;
  }

  /** It will not go on by itself. */
  died(error: unknown): void {
    this.#dead = true;
    this.#error = error;
  }

  check(): void {
    if (this.#dead) throw new Error(`${this.who} is dead`, { cause: this.#error });
    if (this.silent) throw new Error(`${this.who} is silent`, { cause: this.#error });
    const since = this.#failingSince ?? this.#workedAt;
    if (since !== undefined && this.#tooLong(since))
      throw new Error(`${this.who} is stuck`, { cause: this.#error });
  }

  #tooLong(since: number): boolean {
    return performance.now() - since > this.stuckAfterMs;
  }
}
