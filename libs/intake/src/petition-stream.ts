import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { Matters } from '@minh-bach/platform';

const PREFIX = 'intake.petition-';

/**
 * The stream of a petition, by its number or its case's.
 *
 * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not the actor's to see
 */
export async function petitionStreamOf(
  matters: Matters,
  number: string,
  action: Action,
  actor: Actor,
): Promise<string> {
  const streams = await matters.streamsOf(number, action, actor.unit);
  const stream = streams.find((name) => name.startsWith(PREFIX));
  if (!stream) throw new DomainError('NOT_FOUND');
  return stream;
}
