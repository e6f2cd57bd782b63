import { aboutPetition, alarmsFrom } from '@minh-bach/platform';
import type { DisclosureAllowed } from '../domain/disclosure-limit.events.ts';

/** Each opening of an identity, from which the alarms about new accounts are added up. */
export const openingAlarmProjection = alarmsFrom(({ event, stream, metadata }) => {
  if (event.type !== 'DisclosureAllowed') return undefined;
  const { matter, purpose: _, ...data } = (event as DisclosureAllowed).data;
  return {
    alarm: 'new-account-opened-identity',
    person: metadata.actor.person,
    ...aboutPetition(stream, matter),
    data,
    isPart: true,
  };
});
