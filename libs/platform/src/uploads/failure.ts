import { isDomainError } from '@minh-bach/kernel';

/** What may be said of an error in a log: its message may quote what it went wrong with. */
export const failure = (service: string, error: unknown) => ({
  service,
  error: isDomainError(error) ? error.code : error instanceof Error ? error.name : 'unknown',
});
