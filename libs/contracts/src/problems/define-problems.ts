import type { LocalizedText } from '../localized.ts';

/** How one error code is told to people. */
export interface ProblemEntry {
  /** 400 shape, 401, 403, 404, 409 rule, 412 revision, 422 meaning, 428, 429, 503. */
  readonly status: number;
  readonly title: LocalizedText;
  /** What the person can do next. Here as in the title `{name}` is filled from the error's details. */
  readonly detail: LocalizedText;
  /** Which of the error's details the answer carries. None unless named here. */
  readonly members?: readonly string[];
  /**
   * The field of the command's body that it is about, as a pointer, where that is always the same. Else
   * the error's details say it, as the member `field`.
   */
  readonly field?: string;
}

export type Problems = Readonly<Record<string, ProblemEntry>>;

/** One part of the vocabulary of problems. */
export const defineProblems = <const P extends Problems>(problems: P): P => problems;
