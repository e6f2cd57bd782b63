import { DomainError } from '@minh-bach/kernel';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { messageOf } from './conformance/fixture.ts';
import { attempt } from './outcome.ts';

const endsAs = async (error: unknown) => {
  const outcome = await attempt(() => Promise.reject(error), messageOf('a.1', 0));
  return 'code' in outcome ? `${outcome.kind} ${outcome.code}` : outcome.kind;
};
const sqlState = (code: string) => Object.assign(new Error('said by PostgreSQL'), { code });
const invalid = z.string().safeParse(1).error;

it.each([
  ['a slip of the handler', new TypeError('x is not a function'), 'parked HANDLER_FAILED'],
  ['a number out of range', new RangeError('invalid time'), 'parked HANDLER_FAILED'],
  ['data that does not fit', invalid, 'parked INVALID_DATA'],
  ['a refusal', new DomainError('UNAVAILABLE_KIND'), 'parked UNAVAILABLE_KIND'],
  [
    'a fetch that failed',
    new TypeError('fetch failed', { cause: new Error('ECONNRESET') }),
    'transient',
  ],
  ['T26: what the database cannot hold', sqlState('22P05'), 'parked HANDLER_FAILED'],
  ['T26: more than a statement takes', sqlState('08P01'), 'parked HANDLER_FAILED'],
  ['T26: the same, wrapped', new Error('x', { cause: sqlState('54000') }), 'parked HANDLER_FAILED'],
  [
    'T26: an engine that refuses what it cannot hold',
    new DomainError('STORE_UNAVAILABLE', {}, { cause: sqlState('22021') }),
    'parked STORE_UNAVAILABLE',
  ],
  ['two writers at one row', sqlState('23505'), 'transient'],
  ['a database that stops', sqlState('57P01'), 'transient'],
  ['two instances at one stream', new DomainError('ID_CONFLICT'), 'transient'],
  ['an engine that is away', new DomainError('VAULT_UNAVAILABLE'), 'transient'],
  ['anything else', new Error('no database'), 'transient'],
])('%s ends a try as it should', async (_, error, outcome) => {
  expect(await endsAs(error)).toBe(outcome);
});
