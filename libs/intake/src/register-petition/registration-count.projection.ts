import { REGISTERED_AN_ALARM } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { AlarmRow, upsertRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import { Any } from 'typeorm';
import { RegistrationCountRow } from './registration-count.entity.ts';

/** What one person registers in a day; each hundred is an alarm. */
export const registrationCountProjection: Projection = {
  name: 'registration-counts',
  version: 1,
  async apply(batch, manager) {
    const registered = batch.filter(({ event }) => event.type === 'PetitionRegistered');
    if (registered.length === 0) return;
    const known = await manager.findBy(RegistrationCountRow, {
      person: Any([...new Set(registered.map(personOf))]),
      day: Any([...new Set(registered.map(dayOf))]),
    });
    const counts = new Map(known.map((row) => [keyOf(row), row]));
    const alarms = registered.flatMap((recorded): AlarmRow[] => {
      const [person, day] = [personOf(recorded), dayOf(recorded)];
      const n = (counts.get(keyOf({ person, day }))?.registered ?? 0) + 1;
      counts.set(keyOf({ person, day }), { person, day, registered: n });
      return n % REGISTERED_AN_ALARM === 0 ? [alarmOf(recorded)] : [];
    });
    await upsertRows(manager, RegistrationCountRow, [...counts.values()], ['person', 'day']);
    await upsertRows(manager, AlarmRow, alarms, ['id']);
  },
};

const personOf = ({ metadata }: RecordedEvent): string => metadata.actor.person;
const dayOf = ({ metadata }: RecordedEvent): string => localDate(new Date(metadata.recordedAt));
const keyOf = ({ person, day }: Pick<RegistrationCountRow, 'person' | 'day'>): string =>
  `${person} ${day}`;

/** Of no petition: whoever reads alarms reads it. */
const alarmOf = ({ id, metadata: { actor, recordedAt } }: RecordedEvent): AlarmRow => ({
  ...{ id, alarm: 'many-registered', stream: '', person: actor.person, by: actor.person },
  ...{ at: new Date(recordedAt), data: {}, isPart: false },
});
