import { DomainError, isDomainError, isOutage } from '@minh-bach/kernel';

const passingRefusals = new Set([
  'FENCED',
  'LOG_WENT_BACK',
  'REBUILD_RUNNING',
  'STORE_UNAVAILABLE',
]);

/** SQLSTATE classes of a server that asks to try again, and Node's codes. */
const passingCodes = /^(?:40|55P03|57|E[A-Z]+$)/;

/** Whether trying again from the stored checkpoint may help without anybody doing anything. */
export function isPassing(error: unknown): boolean {
  if (isDomainError(error)) return passingRefusals.has(error.code);
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return (typeof code === 'string' && passingCodes.test(code)) || isOutage(error);
}

/** Why a read model stands still, without anything that an event may hold. */
export interface Failure {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /**
   * Who must act. `developer`: this code cannot read or apply what is in the log. `operator`: the
   * log, the database or the deployed version is not the one that these rows belong to.
   */
  readonly act: 'developer' | 'operator';
}

const forOperators = new Set([
  'CHECKPOINT_AHEAD',
  'FOREIGN_EVENT',
  'FOREIGN_POSITION',
  'READ_MODEL_NEWER',
  'STREAM_DELETED',
  'STREAM_TRUNCATED',
]);

export function failureOf(error: unknown): Failure {
  if (!isDomainError(error))
    return { code: 'PROJECTION_FAILED', details: reasonOf(error), act: 'developer' };
  const { code, details } = error;
  return { code, details, act: forOperators.has(code) ? 'operator' : 'developer' };
}

/** Kind and SQLSTATE only: messages of PostgreSQL, zod and JSON.parse may quote what was sealed for a reason. */
export function reasonOf(error: unknown): { reason: string; sqlState?: string } {
  if (!(error instanceof Error)) return { reason: typeof error };
  if (isDomainError(error)) return { reason: error.code };
  const { code } = error as Error & { code?: unknown };
  return { reason: error.name, ...(typeof code === 'string' && { sqlState: code }) };
}

/** Says at which event or batch it happened; leaves what will pass by itself as it is. */
export const failedAt = (error: unknown, place: Readonly<Record<string, unknown>>): unknown =>
  isPassing(error)
    ? error
    : new DomainError(
        isDomainError(error) ? error.code : 'PROJECTION_FAILED',
        { ...(isDomainError(error) ? error.details : reasonOf(error)), ...place },
        { cause: error },
      );
