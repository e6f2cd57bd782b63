import { alarmsFrom } from '@minh-bach/platform';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { isCall } from '../proposed-decision-list/proposed-decision.projection.ts';

/**
 * Alarms for auditors and administrators: that the directory has to name somebody who may handle it, and
 * each call of a petition a denunciation and each merge, of which many by one person, or for that person, add up
 * to an alarm.
 */
export const triageAlarmProjection = alarmsFrom(({ event, metadata: { actor } }) => {
  const { type, data } = event as PetitionEvent;
  if (type === 'HandlingMoved' && data.to === null)
    return { alarm: 'nobody-handles', person: null, data: {} };
  const by = { person: actor.deputyFor ?? actor.person, data: {}, isPart: true };
  if (type === 'PetitionMerged') return { alarm: 'many-merged', ...by };
  if (type !== 'PetitionClassified' || !isCall(data)) return undefined;
  return { alarm: 'many-called-denunciations', ...by };
});
