import { DomainError } from '@minh-bach/kernel';
import pg from 'pg';

/** The server was never asked. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/**
 * Whether a failed transaction is certainly undone. An answer of severity ERROR says so; a FATAL
 * one, or none at all, may come when the commit is already on the disk.
 */
export const certainlyNotStored = (error: unknown): boolean =>
  error instanceof NotSent || (error instanceof pg.DatabaseError && error.severity === 'ERROR');

/** Refused by the server as it stands: asking again changes nothing. */
const permanent = /^(?:22|23|28|2F|3D|3F|42|44|0A|P0)/;

/** Whether a read may succeed when it is tried again: the server was away, busy or starting. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof DomainError) &&
  !(error instanceof pg.DatabaseError && permanent.test(error.code ?? ''));

export const unavailable = (cause: unknown): DomainError =>
  new DomainError('STORE_UNAVAILABLE', {}, { cause });

export const ambiguous = (stream: string, cause: unknown): DomainError =>
  new DomainError('APPEND_AMBIGUOUS', { stream }, { cause });
