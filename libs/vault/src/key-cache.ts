import type { KeyObject } from 'node:crypto';

export interface KeyCacheOptions {
  /** @default 10_000 keys, some 2 MB */
  readonly size?: number;
  /** How long a key is used without asking whether it still exists. @default 30_000 */
  readonly maxAgeMs?: number;
  /** Monotonic milliseconds. @default performance.now */
  readonly now?: () => number;
}

/** Unwrapped keys, the least lately used going first. */
export class KeyCache {
  readonly #entries = new Map<string, { key: KeyObject; since: number }>();
  readonly #size: number;
  readonly #maxAgeMs: number;
  readonly #now: () => number;
  #generation = 0;

  constructor({
    size = 10_000,
    maxAgeMs = 30_000,
    now = () => performance.now(),
  }: KeyCacheOptions) {
    this.#size = size;
    this.#maxAgeMs = maxAgeMs;
    this.#now = now;
  }

  /** Changes with every eviction by `evict`. */
  get generation(): number {
    return this.#generation;
  }

  get(id: string): KeyObject | undefined {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#entries.delete(id);
    if (this.#now() - entry.since > this.#maxAgeMs) return undefined;
    this.#entries.set(id, entry);
    return entry.key;
  }

  /** Keeps a key that was seen alive at `generation`, unless one was destroyed since. */
  put(id: string, key: KeyObject, generation: number): void {
    if (generation !== this.#generation) return;
    this.#entries.delete(id);
    this.#entries.set(id, { key, since: this.#now() });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
  }

  evict(ids: readonly string[]): void {
    this.#generation += 1;
    for (const id of ids) this.#entries.delete(id);
  }
}
