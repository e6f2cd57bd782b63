import type { ProblemEntry, LocalizedText } from '@minh-bach/contracts';
import { fill, type Language } from './words.ts';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** One thing wrong with one field; never the value that was sent. */
export interface FieldError extends LocalizedText {
  readonly in: 'body' | 'query' | 'path';
  /** RFC 6901, within body, query or path. */
  readonly pointer: string;
  readonly code: string;
}

interface Told {
  readonly title: string;
  readonly detail: string;
}

/** RFC 9457, in both languages at once. */
export interface Problem extends Told {
  readonly type: string;
  readonly status: number;
  readonly instance: string;
  readonly code: string;
  readonly vi: Told;
  readonly en: Told;
  /** The one field of the body that it is about: a pointer (RFC 6901). */
  readonly field?: string;
  readonly errors?: readonly FieldError[];
}

export function makeProblem(
  code: string,
  entry: ProblemEntry,
  details: Readonly<Record<string, unknown>>,
  { requestId, language }: { requestId: string; language: Language },
): Problem {
  const detail = fill(entry.detail, details);
  const title = fill(entry.title, details);
  const vi = { title: title.vi, detail: detail.vi };
  const en = { title: title.en, detail: detail.en };
  const members = (entry.members ?? []).flatMap((name) =>
    details[name] === undefined ? [] : [[name, details[name]]],
  );
  const { field } = entry;
  return {
    ...(field === undefined ? {} : { field }),
    ...Object.fromEntries(members),
    type: `urn:minh-bach:problem:${code.toLowerCase().replace(/[_.]/g, '-')}`,
    ...(language === 'en' ? en : vi),
    status: entry.status,
    instance: `urn:uuid:${requestId}`,
    code,
    vi,
    en,
  };
}
