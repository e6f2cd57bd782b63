import { describe, expect, it } from '@jest/globals';
import {
  dateSchema,
  instantSchema,
  line,
  roleSetSchema,
  someText,
  text,
  words,
} from '@minh-bach/contracts';
import { z } from 'zod';
import { invalidInput } from './invalid-input.ts';
import type { FieldError } from './problem.ts';

const own = (code: string) =>
  code === 'DATE_IN_FUTURE' ? words('Ngày ở tương lai.', 'In the future.') : undefined;

function errorsOf(schema: z.ZodType, value: unknown): readonly FieldError[] {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) throw new Error('was accepted');
  return invalidInput('body', [], result.error.issues, own).details['errors'] as FieldError[];
}

const CASES: readonly [string, z.ZodType, unknown, string][] = [
  ['nothing', z.string(), undefined, 'REQUIRED'],
  ['nothing of a list of values', z.enum(['a']), undefined, 'REQUIRED'],
  ['nothing of several shapes', z.union([z.literal(1), z.literal(2)]), undefined, 'REQUIRED'],
  ['null', z.string(), null, 'WRONG_TYPE'],
  ['a number for text', z.string(), 1, 'WRONG_TYPE'],
  ['an object for text', z.string(), { $gt: '' }, 'WRONG_TYPE'],
  ['a list for text', z.string(), ['a'], 'WRONG_TYPE'],
  ['a half for a whole number', z.number().int(), 1.5, 'WRONG_TYPE'],
  ['a value that is not on the list', z.enum(['a', 'b']), 'c', 'NOT_ONE_OF'],
  ['an instance that is none', z.union([z.literal(1), z.literal(2)]), 3, 'NOT_ONE_OF'],
  ['too much text', text(3), 'abcd', 'TOO_LONG'],
  ['too little text', z.string().min(3), 'a', 'TOO_SHORT'],
  ['blanks only', someText(10), '   ', 'EMPTY'],
  ['too many items', z.array(z.string()).max(1), ['a', 'b'], 'TOO_LONG'],
  ['no items', z.array(z.string()).min(1), [], 'TOO_SHORT'],
  ['one item twice', roleSetSchema, ['head', 'clerk', 'head'], 'REPEATED'],
  ['too large a number', z.number().max(3), 4, 'TOO_LARGE'],
  ['too small a number', z.number().min(3), 2, 'TOO_SMALL'],
  ['a day that does not exist', dateSchema, '2026-02-30', 'NOT_A_DATE'],
  ['a day of the year 0, which PostgreSQL does not take', dateSchema, '0000-01-01', 'NOT_A_DATE'],
  ['an instant without a zone', instantSchema, '2026-02-03T00:00:00', 'NOT_AN_INSTANT'],
  ['another format', z.string().regex(/^a$/), 'b', 'WRONG_FORMAT'],
  ['NUL', text(10), 'a\u0000b', 'CONTROL_CHARACTERS'],
  ['text that turns round', text(10), 'a\u202eb', 'CONTROL_CHARACTERS'],
  ['half a character', text(10), 'a\ud800b', 'BROKEN_UNICODE'],
  ['what cannot be seen', line(10), 'a\u200bb', 'INVISIBLE_CHARACTERS'],
  ['nothing that can be seen', someText(10), '\u200b', 'NOTHING_VISIBLE'],
  ['too many marks', text(50), `a${'\u0301'.repeat(31)}`, 'TOO_MANY_MARKS'],
  ['two lines for one', line(10), 'a\nb', 'ONE_LINE_ONLY'],
  ['an unknown member', z.strictObject({}), { x: 1 }, 'UNKNOWN_KEY'],
  ['another shape', z.union([z.string(), z.number()]), {}, 'WRONG_SHAPE'],
  [
    'a check of a context',
    z.string().refine(() => false, { error: 'DATE_IN_FUTURE' }),
    'x',
    'DATE_IN_FUTURE',
  ],
  [
    'a check without words',
    z.string().refine(() => false, { error: 'secret text' }),
    'x',
    'WRONG_SHAPE',
  ],
];

describe('what is wrong with a field is said in both languages', () => {
  it.each(CASES)('%s', (_, schema, value, code) => {
    const [error, ...others] = errorsOf(schema, value);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ in: 'body', pointer: '', code });
    expect(error!.vi).not.toBe(error!.en);
    expect(error!.vi).not.toMatch(/undefined|NaN/);
  });

  it('points at it, and quotes neither value nor unknown name', () => {
    const schema = z.strictObject({ sender: z.strictObject({ names: z.array(line(3)) }) });
    const errors = errorsOf(schema, { sender: { names: ['a', 'Nguyễn'], 'Số 0912345678': 1 } });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/sender/names/1', '/sender']);
    expect(JSON.stringify(errors)).not.toMatch(/Nguyễn|0912345678/);
    expect(errorsOf(z.record(z.string(), z.number()), { 'Số 0912345678': 'x' })[0]!.pointer).toBe(
      '/*',
    );
  });

  it('is said of fifty fields at most', () => {
    const many = Array.from({ length: 200 }, () => 1);
    expect(errorsOf(z.array(z.string()), many)).toHaveLength(50);
  });
});
