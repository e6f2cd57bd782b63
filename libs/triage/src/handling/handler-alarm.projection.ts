import { alarmsFrom, raisedAlarm } from '@minh-bach/platform';
import type { PetitionEvent } from '../domain/petition.events.ts';

/**
 * Alarms for auditors and administrators: that the directory has to name somebody who may handle it, and
 * what raised one by an event of its own.
 */
export const triageAlarmProjection = alarmsFrom((recorded) => {
  const raised = raisedAlarm(recorded);
  if (raised) return raised;
  const { type, data } = recorded.event as PetitionEvent;
  const isAlarm = type === 'HandlingMoved' && data.to === null;
  return isAlarm ? { alarm: 'nobody-handles', person: null, data: {} } : undefined;
});
