import { DomainError } from '@minh-bach/kernel';

/** Why a file is turned away at the door; details are for operators, never words of the file. */
export const notAllowed = (found: string) => new DomainError('FILE_TYPE_NOT_ALLOWED', { found });
export const lies = (reason: string) => new DomainError('FILE_TYPE_LIES', { reason });
export const broken = (reason: string) => new DomainError('FILE_BROKEN', { reason });
export const active = (found: string) => new DomainError('FILE_ACTIVE_CONTENT', { found });
export const tooLarge = (details: Record<string, number>) =>
  new DomainError('FILE_TOO_LARGE', details);
/** Refused for what its check costs. */
export const uncheckable = (reason: 'time' | 'memory' | 'crash') =>
  new DomainError('FILE_UNCHECKABLE', { reason });
