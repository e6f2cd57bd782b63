import type { PersonEntry } from '@minh-bach/contracts';
import type { Projection } from '@minh-bach/projections';
import { entryOf } from '../domain/entry.events.ts';

/** Also from before the log kept a stream for each: whom a subject named first, it names for ever. */
export const subjectProjection: Projection = {
  name: 'subjects',
  version: 1,
  async apply(batch, manager) {
    const people = batch
      .map(entryOf)
      .filter((entry): entry is PersonEntry => entry?.kind === 'person');
    if (people.length === 0) return;
    const column = (of: (person: PersonEntry) => string) => people.map(of);
    await manager.query(
      `INSERT INTO directory_subjects (issuer, subject, person)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      [column((one) => one.issuer), column((one) => one.subject), column((one) => one.id)],
    );
  },
};
