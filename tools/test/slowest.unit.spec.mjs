import { expect, it } from '@jest/globals';
import { slowest } from './slowest.mjs';

it('names the ten slowest spec files, and marks those over 20 s', () => {
  const files = Array.from({ length: 30 }, (_, n) => ({ file: `${n}.spec.ts`, ms: n * 1_000 }));
  const lines = slowest(files);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   29.0 s ! 29.spec.ts');
  expect(lines[9]).toBe('   20.0 s   20.spec.ts');
});
