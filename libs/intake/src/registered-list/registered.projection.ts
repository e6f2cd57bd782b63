import { localDate } from '@minh-bach/kernel';
import { addRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionRegistered } from '../domain/petition.events.ts';
import { RegisteredRow } from './registered.entity.ts';

/** A row for each registration, as it was. */
export const registeredProjection: Projection = {
  name: 'registered-petitions',
  version: 1,
  async apply(batch, manager) {
    const rows = batch.flatMap(({ event, metadata: { actor, recordedAt } }): RegisteredRow[] => {
      if (event.type !== 'PetitionRegistered') return [];
      const { petition, unit, declaredKind: kind, gist } = (event as PetitionRegistered).data;
      const [day, at] = [localDate(recordedAt), new Date(recordedAt)];
      return [{ petition, person: actor.person, day, at, unit, kind, gist }];
    });
    await addRows(manager, RegisteredRow, rows);
  },
};
