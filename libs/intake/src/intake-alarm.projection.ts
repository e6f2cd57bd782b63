import { aboutPetition, alarmsFrom } from '@minh-bach/platform';
import type { CorrectionEvent } from './domain/correct-receipt.ts';
import type { DisclosureAllowed } from './domain/disclosure-limit.events.ts';

/**
 * Each opening of an identity, from which the alarms about new accounts are added up; and each correction of
 * another person that somebody declined, or had a deputy decline.
 */
export const intakeAlarmProjection = alarmsFrom(({ event, stream, metadata: { actor } }) => {
  const { type, data: said } = event as DisclosureAllowed | CorrectionEvent;
  if (type === 'ReceiptCorrectionDeclined') {
    if (said.proposedBy === undefined) return undefined;
    const person = actor.deputyFor ?? actor.person;
    return { alarm: 'many-declined-corrections', person, data: {}, isPart: true };
  }
  if (type !== 'DisclosureAllowed') return undefined;
  const { matter, purpose: _, ...data } = said;
  return {
    alarm: 'new-account-opened-identity',
    person: actor.person,
    ...aboutPetition(stream, matter),
    data,
    isPart: true,
  };
});
