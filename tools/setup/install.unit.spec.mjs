import { expect, it } from '@jest/globals';
import { holds } from './install.mjs';

const lib = (version, rest = {}) => ({ 'node_modules/lib': { version, ...rest } });

it('what lies there is what the lockfile names', () => {
  expect(holds(lib('1.0.0'), lib('1.0.0'))).toBe(true);
});

it.each([
  ['nothing is installed', lib('1.0.0'), undefined],
  ['another version is', lib('1.0.1'), lib('1.0.0')],
  ['a package is missing', lib('1.0.0'), {}],
])('installs when %s', (_case, wanted, found) => {
  expect(holds(wanted, found)).toBe(false);
});

it('does not miss what is only for other machines', () => {
  expect(holds(lib('1.0.0', { optional: true }), {})).toBe(true);
});
