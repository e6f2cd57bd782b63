import { alarmRaised, type AlarmRaised } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { upsertRows } from '../rows/write-rows.ts';
import { AlarmRow } from './alarm.entity.ts';

/** What an event has for the list; `undefined` where it is no alarm, and no part of one. */
export type AlarmOf = (
  recorded: RecordedEvent,
) =>
  | (Pick<AlarmRow, 'alarm' | 'person' | 'data'> & Partial<Pick<AlarmRow, 'stream' | 'isPart'>>)
  | undefined;

/** @param alarmOf beside what an `AlarmRaised` says */
export const alarmsFrom = (alarmOf: AlarmOf): Projection => ({
  name: 'alarms',
  version: 6,
  async apply(batch, manager) {
    const rows = batch.flatMap((recorded): AlarmRow[] => {
      const alarm = raisedAlarm(recorded) ?? alarmOf(recorded);
      if (!alarm) return [];
      const { id, stream, metadata, event } = recorded;
      const isRaised = event.type === alarmRaised.type;
      const by = alarm.person === null && !isRaised ? null : metadata.actor.person;
      const at = new Date(metadata.recordedAt);
      return [{ id, stream, by, at, isPart: false, ...alarm }];
    });
    await upsertRows(manager, AlarmRow, rows, ['id']);
  },
});

const raisedAlarm: AlarmOf = ({ event, stream }) => {
  if (event.type !== alarmRaised.type) return undefined;
  const { alarm, person, matter, accountSince: _, ...data } = event.data as AlarmRaised['data'];
  const about = { alarm, person: person ?? null, data };
  return { ...about, ...(matter === undefined ? {} : aboutPetition(stream, matter)) };
};

/** By its stream in the same service, rows of a petition are kept from its respondents. */
export const aboutPetition = (stream: string, matter: string) => ({
  stream: `${stream.slice(0, stream.indexOf('.'))}.petition-${matter}`,
});

/** For services whose streams hold no alarms but `AlarmRaised`. */
export const alarmProjection = alarmsFrom(() => undefined);
