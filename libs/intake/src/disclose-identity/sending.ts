import { DomainError, type Actor } from '@minh-bach/kernel';
import type { PetitionState } from '@minh-bach/contracts';
import type { RegisteredPetition } from '../petition-stream.ts';

/** While there is something to send. */
const ANSWERED: readonly PetitionState[] = [
  'concluded',
  'decision_issued',
  'decision_sent',
  'decision_delivered',
];

export const onlySends = ({ role }: Actor): boolean => role === 'clerk';

/** Who sends the answer asks for nothing else. @throws DomainError `ACTION_FORBIDDEN` */
export function refuseOtherPurpose(actor: Actor, purpose: string): void {
  if (onlySends(actor) && purpose !== 'prepare-decision') throw new DomainError('ACTION_FORBIDDEN');
}

/** Before there is an answer, and after the case is closed. @throws DomainError `NOT_FOUND` */
export function refuseNothingToSend(actor: Actor, { state }: RegisteredPetition): void {
  if (onlySends(actor) && !ANSWERED.includes(state)) throw new DomainError('NOT_FOUND');
}

/** To whom and where, for who sends; nothing of what was written or scanned. */
export const mayOpen = (actor: Actor, path: string): boolean =>
  !onlySends(actor) || path === '/sender';
