import type { RecordedEvent } from '@minh-bach/kernel';
import { isoWeekOf, upsertRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { IdentityDisclosed } from '@minh-bach/vault';
import type { EntityManager } from 'typeorm';
import type { DisclosureRefused } from '../domain/disclosure-limit.events.ts';
import { DisclosureRefusalRow, type DisclosureCountRow } from './disclosure.entities.ts';

/** Who opened whose identity, counted by week; refusals beside it. */
export const disclosureProjection: Projection = {
  name: 'disclosures',
  version: 3,
  async apply(batch, manager) {
    await count(batch, manager);
    await upsertRows(manager, DisclosureRefusalRow, batch.flatMap(refusal), ['id']);
  },
};

function refusal({ id, event, metadata }: RecordedEvent): DisclosureRefusalRow[] {
  if (event.type !== 'DisclosureRefused') return [];
  const { matter: petition, purpose, atMost } = (event as DisclosureRefused).data;
  const { actor, recordedAt } = metadata;
  const { unit, person } = actor;
  const at = new Date(recordedAt);
  return [{ id, week: isoWeekOf(recordedAt), unit, person, petition, purpose, at, atMost }];
}

const ADD = `
  INSERT INTO disclosure_counts AS c (week, unit, person, petition, purpose, opened, refused, last_at)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::timestamptz[])
      ON CONFLICT (week, unit, person, petition, purpose) DO UPDATE
     SET opened = c.opened + excluded.opened, refused = c.refused + excluded.refused,
         last_at = greatest(c.last_at, excluded.last_at)`;

async function count(batch: readonly RecordedEvent[], manager: EntityManager): Promise<void> {
  const counts = new Map<string, DisclosureCountRow>();
  for (const recorded of batch) {
    const { type, data } = recorded.event as IdentityDisclosed | DisclosureRefused;
    if (type !== 'IdentityDisclosed' && type !== 'DisclosureRefused') continue;
    const { actor, recordedAt } = recorded.metadata;
    const { matter: petition, purpose } = data;
    const key = { week: isoWeekOf(recordedAt), unit: actor.unit, person: actor.person };
    const id = JSON.stringify([key, petition, purpose]);
    const before = counts.get(id) ?? { opened: 0, refused: 0, lastAt: null };
    const isOpened = type === 'IdentityDisclosed';
    counts.set(id, {
      ...key,
      petition,
      purpose,
      opened: before.opened + (isOpened ? 1 : 0),
      refused: before.refused + (isOpened ? 0 : 1),
      lastAt: isOpened ? new Date(recordedAt) : before.lastAt,
    });
  }
  const rows = [...counts.values()];
  if (rows.length === 0) return;
  const column = <K extends keyof DisclosureCountRow>(name: K) => rows.map((row) => row[name]);
  await manager.query(ADD, [
    column('week'),
    column('unit'),
    column('person'),
    column('petition'),
    column('purpose'),
    column('opened'),
    column('refused'),
    column('lastAt'),
  ]);
}
