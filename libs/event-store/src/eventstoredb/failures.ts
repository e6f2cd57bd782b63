import { DomainError } from '@minh-bach/kernel';
import { EngineError, isEngineError } from './engine.ts';

/** Asking again changes nothing, and nothing was stored. */
const refusals = new Set(['access-denied', 'maximum-append-size-exceeded', 'stream-deleted']);

export const isRefusal = (error: unknown): boolean =>
  error instanceof EngineError && refusals.has(error.type);

/** @returns what the port says to a failure that is final; a `DomainError` stays what it is */
export function failed(error: unknown, stream?: string): DomainError {
  if (error instanceof DomainError) return error;
  const where = stream === undefined ? {} : { stream };
  if (isEngineError(error, 'stream-deleted'))
    return new DomainError('STREAM_DELETED', where, { cause: error });
  if (isEngineError(error, 'maximum-append-size-exceeded'))
    return new DomainError(
      'APPEND_TOO_LARGE',
      { ...where, limit: error.fields['maxAppendSize'] },
      { cause: error },
    );
  const reason = error instanceof EngineError ? error.type : 'unknown';
  return new DomainError('STORE_UNAVAILABLE', { reason }, { cause: error });
}
