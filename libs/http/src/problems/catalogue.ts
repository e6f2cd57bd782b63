import type { ProblemEntry, Problems } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';

/** Every code that may reach a person, in words. A code that is missing is answered as a 500. */
export class ProblemCatalogue {
  readonly #entries = new Map<string, ProblemEntry>();

  /** @throws DomainError `PROBLEM_TWICE` when two parts say one code differently */
  constructor(parts: readonly Problems[]) {
    for (const part of parts)
      for (const [code, entry] of Object.entries(part)) {
        const known = this.#entries.get(code);
        if (known !== undefined && JSON.stringify(known) !== JSON.stringify(entry))
          throw new DomainError('PROBLEM_TWICE', { code });
        this.#entries.set(code, entry);
      }
  }

  find(code: string): ProblemEntry | undefined {
    return this.#entries.get(code);
  }

  get codes(): readonly string[] {
    return [...this.#entries.keys()];
  }
}
