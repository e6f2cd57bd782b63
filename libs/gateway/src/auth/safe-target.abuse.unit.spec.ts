import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { safeTarget } from './safe-target.ts';

const ORIGIN = 'https://minhbach.example';
/** Where a browser goes that gets this as `Location` from any of our pages. */
const resolved = (location: string) => new URL(location, `${ORIGIN}/auth/login`);

const stays = (to: unknown) => {
  const target = safeTarget(to, ORIGIN);
  const { origin, href } = resolved(target);
  expect({ to, origin }).toEqual({ to, origin: ORIGIN });
  // Normalised: resolving it again changes nothing.
  expect(href).toBe(ORIGIN + target);
  expect(target).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
};

const PIECES = [
  '/',
  '//',
  '\\',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '\t',
  '\n',
  '\r',
  '\0',
  ' ',
  '@',
  ':',
  '?',
  '#',
  ';',
  'a',
  'http:',
  'javascript:',
  'evil.example',
  'evil.example/x',
  '\u2044',
  '\uff0f',
  '\ud800',
];

describe('A sign-in that is told where to go on', () => {
  it.each([
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/./\\evil.example',
    '/\\evil.example',
    '//evil.example',
    '///evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.\t//evil.example',
    '\t//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/@evil.example/..//x',
    ['/ho-so', '//evil.example'],
    { toString: () => '//evil.example' },
  ])('%j stays with us', (to) => stays(to));

  it('stays with us in every spelling', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (pieces, rooted) => stays((rooted ? '/' : '') + pieces.join('')),
      ),
      { numRuns: 5_000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => stays(`/${text}`)));
  });

  it.each([
    ['/ho-so/D26-48301725-1', '/ho-so/D26-48301725-1'],
    ['/phan-loai?view=open&x=%C4%91#muc', '/phan-loai?view=open&x=%C4%91#muc'],
    ['/a/../vu-viec', '/vu-viec'],
  ])('%s goes on to the page', (to, target) => expect(safeTarget(to, ORIGIN)).toBe(target));

  it.each([
    '/api/me',
    '/auth/login',
    '/x/../auth/logout',
    '/oidc/device',
    '/a//b',
    '/%61uth/login',
  ])('%s leads to the front page: no page of the console is there', (to) =>
    expect(safeTarget(to, ORIGIN)).toBe('/'),
  );
});
