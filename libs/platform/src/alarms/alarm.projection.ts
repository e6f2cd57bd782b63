import { alarmRaised, type AlarmRaised } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { upsertRows } from '../rows/write-rows.ts';
import { AlarmRow } from './alarm.entity.ts';

/** What an event has for the list; `undefined` where it is no alarm. */
type AlarmOf = (
  recorded: RecordedEvent,
) => (Pick<AlarmRow, 'alarm' | 'person' | 'data'> & Partial<Pick<AlarmRow, 'stream'>>) | undefined;

export const alarmsFrom = (alarmOf: AlarmOf): Projection => ({
  name: 'alarms',
  version: 2,
  async apply(batch, manager) {
    const rows = batch.flatMap((recorded): AlarmRow[] => {
      const alarm = alarmOf(recorded);
      if (!alarm) return [];
      const { id, stream, metadata } = recorded;
      const by = alarm.person === null ? null : metadata.actor.person;
      return [{ id, stream, by, at: new Date(metadata.recordedAt), ...alarm }];
    });
    await upsertRows(manager, AlarmRow, rows, ['id']);
  },
});

/** What an `AlarmRaised` has for the list. */
export const raisedAlarm: AlarmOf = ({ event, stream }) => {
  if (event.type !== alarmRaised.type) return undefined;
  const { alarm, person, matter, ...data } = event.data as AlarmRaised['data'];
  const service = stream.slice(0, stream.indexOf('.'));
  const about = matter === undefined ? {} : { stream: `${service}.petition-${matter}` };
  return { alarm, person, data, ...about };
};

/** For services whose streams may hold `AlarmRaised`. */
export const alarmProjection = alarmsFrom(raisedAlarm);
