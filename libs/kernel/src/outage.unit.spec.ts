import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { isOutage, outliveLostConnections } from './outage.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('what is away', () => {
  it.each([
    ['a neighbour that does not listen', coded('ECONNREFUSED')],
    ['a connection that was cut', coded('ECONNRESET')],
    ['a server that stops', coded('57P01')],
    ['a server that starts', coded('57P03')],
    ['a statement that was cut', coded('57014')],
    ['no connection left', coded('53300')],
    ['a lost connection, as the driver tells it', new Error('Connection terminated unexpectedly')],
    ['a pool that waits too long', new Error('timeout exceeded when trying to connect')],
    ['a query that waits too long', new Error('Query read timeout')],
    ['a disk that fails', coded('58030')],
    [
      'a connection that a mapper lost within a transaction',
      Object.assign(new Error('x'), { name: 'QueryRunnerAlreadyReleasedError' }),
    ],
    [
      'a connection that a mapper lost between two statements of a transaction',
      Object.assign(new Error('x'), { name: 'QueryRunnerProviderAlreadyReleasedError' }),
    ],
    ['a cause within', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })],
    ['one of several addresses', new AggregateError([coded('ECONNREFUSED')])],
    ['what a mapper wraps', Object.assign(new Error('x'), { driverError: coded('57P01') })],
    ['an error of another realm', { code: 'ECONNREFUSED', message: '' }],
  ])('is an outage: %s', (_, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    ['a mistake of ours', new TypeError('x is not a function')],
    ['a broken rule of a table', coded('23505')],
    ['a wrong statement', coded('42601')],
    ['T26: a statement that PostgreSQL does not understand', coded('08P01')],
    ['nothing at all', undefined],
    ['a text', 'ECONNREFUSED'],
  ])('is none: %s', (_, error) => {
    expect(isOutage(error)).toBe(false);
  });

  it('a connection that is lost while nobody asks it anything ends no process', () => {
    const pool = new EventEmitter();
    const connection = new EventEmitter();
    outliveLostConnections(pool);
    pool.emit('connect', connection);
    expect(() => connection.emit('error', coded('57P01'))).not.toThrow();
  });
});
