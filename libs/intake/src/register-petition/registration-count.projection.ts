import { REGISTERED_AN_ALARM } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { AlarmRow, upsertRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import { Any } from 'typeorm';
import { RegistrationCountRow, type Registered } from './registration-count.entity.ts';

/**
 * What one person registers in a day. Where it is enough for an alarm, each petition is a part: each reader's
 * alarms are added up from the petitions that the reader may see.
 */
export const registrationCountProjection: Projection = {
  name: 'registration-counts',
  version: 2,
  async apply(batch, manager) {
    const registered = batch.filter(({ event }) => event.type === 'PetitionRegistered');
    if (registered.length === 0) return;
    const known = await manager.findBy(RegistrationCountRow, {
      person: Any([...new Set(registered.map(personOf))]),
      day: Any([...new Set(registered.map(dayOf))]),
    });
    const counts = new Map(known.map((row) => [keyOf(row), row]));
    const parts = registered.flatMap((recorded): AlarmRow[] => {
      const [person, day] = [personOf(recorded), dayOf(recorded)];
      const key = keyOf({ person, day });
      const before = counts.get(key) ?? { person, day, registered: 0, few: [] };
      const [after, many] = withOneMore(before, recorded);
      counts.set(key, after);
      return many.map((one) => partOf(person, one));
    });
    await upsertRows(manager, RegistrationCountRow, [...counts.values()], ['person', 'day']);
    await upsertRows(manager, AlarmRow, parts, ['id']);
  },
};

const personOf = ({ metadata }: RecordedEvent): string => metadata.actor.person;
const dayOf = ({ metadata }: RecordedEvent): string => localDate(new Date(metadata.recordedAt));
const keyOf = ({ person, day }: Pick<RegistrationCountRow, 'person' | 'day'>): string =>
  `${person} ${day}`;

/** @returns also those that are parts of an alarm from now on */
function withOneMore(
  before: RegistrationCountRow,
  { id, stream, metadata: { recordedAt: at } }: RecordedEvent,
): readonly [RegistrationCountRow, readonly Registered[]] {
  const after = { ...before, registered: before.registered + 1 };
  const all = [...before.few, { id, stream, at }];
  const isMany = after.registered >= REGISTERED_AN_ALARM;
  return isMany ? [{ ...after, few: [] }, all] : [{ ...after, few: all }, []];
}

const partOf = (person: string, { id, stream, at }: Registered): AlarmRow => ({
  ...{ id, stream, person, by: person, at: new Date(at) },
  ...{ alarm: 'many-registered', data: {}, isPart: true },
});
