import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ADDRESSES } from '../public/addresses.ts';
import { CONSOLE_ADDRESSES } from './addresses.ts';

const router = readFileSync(join(import.meta.dirname, 'router.tsx'), 'utf8');

it('the console has the addresses of its router, and none of a page for everybody', () => {
  const routed = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(CONSOLE_ADDRESSES).toEqual(routed);
  const forEverybody = Object.values(ADDRESSES).flatMap(({ vi, en }) => [vi, en]) as string[];
  expect(CONSOLE_ADDRESSES.filter((address) => forEverybody.includes(address))).toEqual([]);
});
