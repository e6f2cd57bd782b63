import { describe, expect, it } from '@jest/globals';
import { sealed } from '@minh-bach/kernel';
import { z } from 'zod';
import { checkSealsInReach } from './seals-in-reach.ts';

const name = sealed('identity', z.string());
const person = z.strictObject({ kind: z.literal('person'), name });
const firm = z.strictObject({ kind: z.literal('firm'), taxNumber: z.string() });
const of = (sender: z.ZodType) => z.strictObject({ sender });

describe('a sealed field', () => {
  it.each<[string, z.ZodType]>([
    ['an object', person],
    ['an array', z.array(person)],
    ['what may be absent', person.nullable().optional()],
    ['another sealed field', sealed('working', z.union([person, firm]))],
  ])('may stand in %s', (_, schema) => {
    expect(() => checkSealsInReach(of(schema))).not.toThrow();
  });

  it.each<[string, z.ZodType]>([
    ['a union', z.union([person, firm])],
    ['a discriminated union', z.discriminatedUnion('kind', [person, firm])],
    ['a record', z.record(z.string(), name)],
    ['a tuple', z.tuple([z.string(), name])],
    ['a default', person.default({ kind: 'person', name: '' })],
    [
      'a pipe',
      z
        .string()
        .pipe(z.transform((kind) => ({ kind })))
        .pipe(person),
    ],
    ['a read-only object', person.readonly()],
    ['a lazy one', z.lazy(() => person)],
    ['a union in an array', z.array(z.union([firm, person]))],
  ])('would be left in clear in %s, and is refused', (_, schema) => {
    for (let time = 0; time < 2; time++)
      expect(() => checkSealsInReach(of(schema))).toThrow(
        expect.objectContaining({ code: 'SEAL_OUT_OF_REACH' }),
      );
  });

  it('is none in unions of other things', () => {
    expect(() => checkSealsInReach(of(z.union([firm, z.string()])))).not.toThrow();
  });
});
