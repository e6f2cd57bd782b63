import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTooComplex } from './json-size.ts';

const tooComplex = (json: string) => isTooComplex(Buffer.from(json));
/** Every value, the root and empty lists among them; a name is none. */
const valuesIn = (value: unknown): number =>
  1 +
  (typeof value === 'object' && value !== null ? Object.values(value) : []).reduce(
    (sum: number, item) => sum + valuesIn(item),
    0,
  );

describe('T26: what a JSON text holds is counted before it is parsed', () => {
  it('as the parsed values are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom('', ' ', '\n\t'), (value, gap) => {
        const filler = Array.from({ length: 20_000 - valuesIn(value) - 1 }, () => 0);
        const at = (more: number[]) => JSON.stringify([value, ...filler, ...more], null, gap);
        expect([tooComplex(at([])), tooComplex(at([0]))]).toEqual([false, true]);
      }),
      { numRuns: 50 },
    );
  });

  it('and names: to tell which of 20,000 nobody knows takes longer than all else', () => {
    const named = (n: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, ':'])));
    expect([tooComplex(named(2_000)), tooComplex(named(2_001))]).toEqual([false, true]);
  });

  it('whatever stands in strings', () => {
    const texts = ['[{,'.repeat(20_000), '\\"['.repeat(20_000), '"'.repeat(3), 'ế,['.repeat(9_000)];
    for (const text of texts)
      expect(tooComplex(JSON.stringify({ [text]: [text, text] }))).toBe(false);
  });

  it('and its depth, also of what is no JSON', () => {
    expect(tooComplex(`${'['.repeat(20)}1${']'.repeat(20)}`)).toBe(false);
    for (const json of [`${'['.repeat(21)}1${']'.repeat(21)}`, '['.repeat(21), '{"a":'.repeat(21)])
      expect(tooComplex(json)).toBe(true);
    for (const broken of ['"', '"\\', '{"a', ']]]', '']) expect(tooComplex(broken)).toBe(false);
  });
});
