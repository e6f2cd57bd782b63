import { alarmRaised, type AlarmRaised } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { AlarmRow } from './alarm.entity.ts';

/** For services whose streams may hold `AlarmRaised`. */
export const alarmProjection: Projection = {
  name: 'alarms',
  version: 1,
  async apply(batch, manager) {
    const raised = batch.filter(({ event }) => event.type === alarmRaised.type);
    const rows = raised.map((recorded): AlarmRow => {
      const { id, event, metadata } = recorded as RecordedEvent<AlarmRaised>;
      const { alarm, person } = event.data;
      const at = new Date(metadata.recordedAt);
      return { id, alarm, person, by: metadata.actor.person, at, data: event.data };
    });
    if (rows.length > 0) await manager.upsert(AlarmRow, rows, ['id']);
  },
};
