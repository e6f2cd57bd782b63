import { expect, it } from '@jest/globals';
import LongestFirst from './longest-first.mjs';

it('begins with what takes longest', () => {
  const files = [
    'tools/jest/kafka.mjs',
    'apps/cli/src/main.int.spec.ts',
    'apps/acceptance/package.json',
  ];
  const tests = files.map((file) => ({ path: new URL(`../../${file}`, import.meta.url).pathname }));
  expect(new LongestFirst().sort(tests)).toEqual([tests[2], tests[1], tests[0]]);
});
