import { createHash } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';

const MOST = 1_000;
/** A busy machine may have been the reason: after so long a file is tried again. */
const FORGET_MS = 3_600_000;

/**
 * Files that ran into a limit, by the hash of their bytes: the same one does not cost its turn again. In
 * memory, the oldest go first.
 */
export class SpentFiles {
  readonly #known = new Map<string, { readonly until: number; readonly error: DomainError }>();

  of(task: string, bytes: Uint8Array) {
    const name = `${task} ${createHash('sha256').update(bytes).digest('base64')}`;
    return {
      /** @throws DomainError what it was refused with before */
      refuse: (): void => {
        const known = this.#known.get(name);
        if (known && known.until > Date.now())
          throw new DomainError(known.error.code, known.error.details);
      },
      note: (error: DomainError): void => {
        this.#known.delete(name);
        this.#known.set(name, { until: Date.now() + FORGET_MS, error });
        const [oldest] = this.#known.keys();
        if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
      },
    };
  }
}
