import { DomainError } from '@minh-bach/kernel';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { messageOf } from './conformance/fixture.ts';
import { attempt } from './outcome.ts';

const endsAs = async (error: unknown) => {
  const outcome = await attempt(() => Promise.reject(error), messageOf('a.1', 0));
  return 'code' in outcome ? `${outcome.kind} ${outcome.code}` : outcome.kind;
};
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
  ['two instances at one stream', new DomainError('ID_CONFLICT'), 'transient'],
  ['an engine that is away', new DomainError('VAULT_UNAVAILABLE'), 'transient'],
  ['anything else', new Error('no database'), 'transient'],
])('%s ends a try as it should', async (_, error, outcome) => {
  expect(await endsAs(error)).toBe(outcome);
});
