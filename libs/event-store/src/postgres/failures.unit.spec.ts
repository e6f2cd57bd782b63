import { DomainError } from '@minh-bach/kernel';
import { expect, it } from '@jest/globals';
import pg from 'pg';
import { certainlyNotStored, isTransient, NotSent } from './failures.ts';

const answered = (severity: string, code: string) =>
  Object.assign(new pg.DatabaseError('no', 0, 'error'), { severity, code });

it.each([
  { what: 'an error of the statement', error: answered('ERROR', '53100'), certain: true },
  { what: 'a lock timeout', error: answered('ERROR', '55P03'), certain: true },
  { what: 'no connection', error: new NotSent(), certain: true },
  { what: 'a shutdown', error: answered('FATAL', '57P01'), certain: false },
  { what: 'a crash elsewhere', error: answered('WARNING', '57P02'), certain: false },
  { what: 'a line cut', error: new Error('Connection terminated'), certain: false },
])('$what: certainly not stored $certain', ({ error, certain }) => {
  expect(certainlyNotStored(error)).toBe(certain);
});

it.each([
  { what: 'a server that starts', error: answered('FATAL', '57P03'), transient: true },
  { what: 'a line cut', error: new Error('Connection terminated'), transient: true },
  { what: 'no right to read', error: answered('ERROR', '42501'), transient: false },
  { what: 'a refusal of ours', error: new DomainError('FOREIGN_POSITION'), transient: false },
])('reading goes on after $what: $transient', ({ error, transient }) => {
  expect(isTransient(error)).toBe(transient);
});
