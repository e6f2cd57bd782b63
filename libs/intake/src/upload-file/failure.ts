import { isDomainError } from '@minh-bach/kernel';

/** What may be said of an error in a log: its message may quote what it went wrong with. */
export const failure = (error: unknown) => ({
  service: 'intake',
  error: isDomainError(error) ? error.code : error instanceof Error ? error.name : 'unknown',
});
