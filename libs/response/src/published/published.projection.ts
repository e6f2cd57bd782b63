import type { RecordedEvent } from '@minh-bach/kernel';
import { upsertRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import { Any } from 'typeorm';
import type { CaseEvent } from '../domain/case.events.ts';
import { PublishedRow } from './published.entity.ts';

/** What is public now: a decision comes with its publication and goes when that is taken back. */
export const publishedProjection: Projection = {
  name: 'published-decisions',
  version: 1,
  async apply(batch, manager) {
    const last = new Map<string, PublishedRow | null>();
    for (const { id, stream, event } of batch as readonly RecordedEvent<CaseEvent>[]) {
      if (!stream.startsWith('response.case-')) continue;
      if (event.type === 'DecisionPublished') {
        const { case: number, petitions, unit, kind, instance, conclusion, ...rest } = event.data;
        const { issuedOn, publishedOn, text } = rest;
        const of = { petitions: [...petitions], unit, kind, instance, conclusion };
        last.set(number, { case: number, id, ...of, issuedOn, publishedOn, text });
      } else if (event.type === 'PublicationTakenBack') last.set(event.data.case, null);
    }
    const gone = [...last].flatMap(([number, row]) => (row === null ? [number] : []));
    if (gone.length > 0) await manager.delete(PublishedRow, { case: Any(gone) });
    const rows = [...last.values()].filter((row) => row !== null);
    if (rows.length > 0) await upsertRows(manager, PublishedRow, rows, ['case']);
  },
};
