import { DomainError } from '@minh-bach/kernel';
import type { Words } from './words.ts';

/** How one error code is told to people. */
export interface ProblemEntry {
  /** 400 shape, 401, 403, 404, 409 rule, 412 revision, 422 meaning, 428, 429, 503. */
  readonly status: number;
  readonly title: Words;
  /** What the person can do next. Here as in the title `{name}` is filled from the error's details. */
  readonly detail: Words;
  /** Which of the error's details the answer carries. None unless named here. */
  readonly members?: readonly string[];
}

export type Problems = Readonly<Record<string, ProblemEntry>>;

/** One package's part of the catalogue; its file is called `problems.ts` or `*.problems.ts`. */
export const defineProblems = <P extends Problems>(problems: P): P => problems;

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
