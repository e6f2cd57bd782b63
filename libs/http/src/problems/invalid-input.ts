import { words, type LocalizedText } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { z } from 'zod';
import { describeIssue } from './field-messages.ts';
import type { FieldError } from './problem.ts';

/** 400: the shape is wrong, field by field. */
export class InvalidInput extends DomainError {
  constructor(errors: readonly FieldError[]) {
    super('INVALID_INPUT', { errors });
  }
}

/** RFC 6901. A key that no shape of ours would name (of a record) is the sender's: shown as `*`. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${/^\w{1,40}$/.test(String(key)) ? String(key) : '*'}`).join('');

export const fieldError = (
  where: FieldError['in'],
  path: readonly PropertyKey[],
  code: string,
  said: LocalizedText,
): FieldError => ({ in: where, pointer: pointerOf(path), code, vi: said.vi, en: said.en });

/** At most this many are told: a hostile body does not get a long answer. */
const MOST = 50;

export const invalidInput = (
  where: FieldError['in'],
  base: readonly PropertyKey[],
  issues: readonly z.core.$ZodIssue[],
  find: (code: string) => LocalizedText | undefined,
): InvalidInput =>
  new InvalidInput(
    issues.slice(0, MOST).map((issue) => {
      const { code, vi, en } = describeIssue(issue, find);
      return fieldError(where, [...base, ...issue.path], code, words(vi, en));
    }),
  );
