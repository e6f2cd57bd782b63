import { expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { fieldOf } from './forms.ts';

const asked = (token: string) => fieldOf({ body: { token } } as FastifyRequest, 'token');

it('T31: a field of marks without end is not composed: that would stop the process', () => {
  expect(asked(`a${'\u0301'.repeat(4_000)}${'\u0323'.repeat(4_000)}`)).toBe('');
  expect(asked('x'.repeat(1_001))).toBe('');
  expect(asked('x'.repeat(1_000))).toHaveLength(1_000);
  expect(asked('a\u0301')).toBe('\u00e1');
});
