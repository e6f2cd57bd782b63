import { DomainError } from '@minh-bach/kernel';

/** Of which no copy can be made that surely tells nothing but what is on the page. */
export const uncleanable = (reason: string) => new DomainError('FILE_UNCLEANABLE', { reason });
