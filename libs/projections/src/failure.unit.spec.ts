import { DomainError } from '@minh-bach/kernel';
import { expect, it } from '@jest/globals';
import { isPassing } from './failure.ts';

const sqlState = (code: string) => Object.assign(new Error('said by PostgreSQL'), { code });

it.each([
  ['a store that is away', new DomainError('STORE_UNAVAILABLE'), true],
  ['a fence', new DomainError('FENCED'), true],
  ['an event of unknown type', new DomainError('UNKNOWN_EVENT_TYPE'), false],
  ['a server that shuts down', sqlState('57P01'), true],
  ['a serialization failure', sqlState('40001'), true],
  ['a connection that was reset', sqlState('ECONNRESET'), true],
  ['a duplicate key', sqlState('23505'), false],
  ['T26: more parameters than a statement takes', sqlState('08P01'), false],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), true],
  ['a slip of a projection', new TypeError('x is not a function'), false],
  ['no error at all', 'text', false],
])('what is tried again, and what is not: %s', (_, error, passes) => {
  expect(isPassing(error)).toBe(passes);
});
