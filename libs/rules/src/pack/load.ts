import { DomainError } from '@minh-bach/kernel';
import type { z } from 'zod';
import { linesOf } from './json-lines.ts';

export interface PackProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One file of the pack: its shape, and what a shape cannot say. */
export interface PackPart<T> {
  readonly file: string;
  readonly schema: z.ZodType<T>;
  check(pack: T): readonly PackProblem[];
}

/**
 * The whole part or nothing. Refuses with `pack.invalid`, `problems` as `file:line: message` when
 * given the text of the file, and by path when given its parsed value.
 */
export function loadPart<T>(part: PackPart<T>, input: unknown): T {
  const value: unknown = typeof input === 'string' ? JSON.parse(input) : input;
  const parsed = part.schema.safeParse(value);
  const problems = parsed.success ? part.check(parsed.data) : parsed.error.issues;
  if (parsed.success && problems.length === 0) return parsed.data;

  const lines = typeof input === 'string' ? linesOf(input) : new Map<string, number>();
  throw new DomainError('pack.invalid', {
    problems: problems.map(({ path, message }) => {
      const where = path.map(String).join('/');
      return `${part.file}:${lineOf(lines, where)}: ${message}`;
    }),
  });
}

/** A missing key has no line of its own: its nearest parent stands for it. */
function lineOf(lines: ReadonlyMap<string, number>, path: string): number | string {
  for (let at = path; lines.size > 0; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return path;
}
