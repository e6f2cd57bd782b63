import { randomUUID } from 'node:crypto';
import { isDomainError } from '@minh-bach/kernel';
import { z } from 'zod';
import { NotYet, Poison, type Incoming } from './messaging.ts';

/** What became of one try at a message. `code` and `errorId` are all that operations see. */
export type Outcome =
  | { readonly kind: 'handled' }
  | { readonly kind: 'waiting'; readonly code: string }
  | {
      readonly kind: 'parked';
      readonly code: string;
      readonly errorId: string;
      readonly error: unknown;
    }
  | { readonly kind: 'transient'; readonly error: unknown };

/** By these the engines say "again", not "never": two instances may have met at one stream. */
const tryAgain = new Set(['APPEND_AMBIGUOUS', 'WRONG_EXPECTED_REVISION', 'ID_CONFLICT']);
const mayPass = (code: string) => tryAgain.has(code) || /(^|_)UNAVAILABLE$/.test(code);

/**
 * A newer instance of this service has written to the stream: while one replaces the other, that is
 * no poison. This one waits and says so; the new one takes the message up.
 */
const awaitUpgrade = new Set(['EVENT_FROM_THE_FUTURE', 'UNKNOWN_EVENT_TYPE']);

export async function attempt(
  handle: (incoming: Incoming) => Promise<void>,
  incoming: Incoming,
): Promise<Outcome> {
  try {
    await handle(incoming);
    return { kind: 'handled' };
  } catch (error) {
    return judge(error);
  }
}

export const waitsForUpgrade = (error: unknown): boolean =>
  isDomainError(error) && awaitUpgrade.has(error.code);

/** What a failure makes of its stream. */
export function judge(error: unknown): Exclude<Outcome, { kind: 'handled' }> {
  if (error instanceof NotYet) return { kind: 'waiting', code: 'NOT_YET' };
  if (isDomainError(error) && waitsForUpgrade(error)) return { kind: 'waiting', code: error.code };
  const code = poisonCode(error);
  if (code === undefined) return { kind: 'transient', error };
  return { kind: 'parked', code, errorId: randomUUID(), error };
}

/**
 * SQLSTATE: data that no column takes (22), a limit of PostgreSQL (54), a statement that it does not
 * understand (08P01). It says the same the next time, so only this message's stream may stand still.
 */
const UNSTORABLE = /^(?:22|54|08P01)/;

const isUnstorable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && typeof error.code === 'string' && UNSTORABLE.test(error.code)) ||
    isUnstorable(error.cause));

/** `undefined` when another try may succeed. */
function poisonCode(error: unknown): string | undefined {
  if (error instanceof Poison) return 'POISON';
  if (isDomainError(error))
    return mayPass(error.code) && !isUnstorable(error) ? undefined : error.code;
  if (error instanceof z.ZodError) return 'INVALID_DATA';
  if (isUnstorable(error)) return 'HANDLER_FAILED';
  // A slip in the handler meets the same message again and again; `fetch` fails as a TypeError too,
  // but names its cause.
  const slip = error instanceof TypeError || error instanceof RangeError;
  return slip && error.cause === undefined ? 'HANDLER_FAILED' : undefined;
}
