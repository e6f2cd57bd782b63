import { alarmsFrom } from '@minh-bach/platform';
import type { PetitionEvent } from '../domain/petition.events.ts';

/** An alarm for auditors and administrators: the directory has to name somebody who may handle it. */
export const handlerAlarmProjection = alarmsFrom(({ event }) => {
  const { type, data } = event as PetitionEvent;
  const isAlarm = type === 'HandlingMoved' && data.to === null;
  return isAlarm ? { alarm: 'nobody-handles', person: null, data: {} } : undefined;
});
