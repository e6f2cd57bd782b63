import type { EventStore } from '@minh-bach/event-store';
import { canonicalBytes, defineEvent, EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ReadModelOptions } from '../options.ts';
import type { Projection } from '../projection.ts';
import type { ReadModel } from '../read-model.ts';

/** A small worklist as a service would have it, with a count that shows each double effect. */
@Entity('worklist')
export class WorklistRow {
  @PrimaryColumn('text')
  number!: string;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt!: Date;

  @Column('int')
  touched!: number;
}

const moved = z.strictObject({
  number: z.string(),
  state: z.string(),
  source: z.strictObject({ stream: z.string(), revision: z.number() }).exactOptional(),
});

export type Moved = z.infer<typeof moved>;

export const registry = new EventRegistry([defineEvent('PetitionMoved', moved)]);

export const dataOf = ({ event }: RecordedEvent): Moved => event.data as Moved;

export const worklist = (version = 1, stateOf = (state: string) => state): Projection => ({
  name: 'worklist',
  version,
  async apply(batch: readonly RecordedEvent[], manager: EntityManager) {
    const rows = new Map<string, { state: string; at: string; touched: number }>();
    for (const recorded of batch) {
      const { number, state } = dataOf(recorded);
      const touched = (rows.get(number)?.touched ?? 0) + 1;
      rows.set(number, { state: stateOf(state), at: recorded.metadata.recordedAt, touched });
    }
    const values = [...rows.values()];
    await manager.query(
      `INSERT INTO worklist AS w (number, state, noted_at, touched)
       SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::int[])
       ON CONFLICT (number) DO UPDATE SET state = excluded.state, touched = w.touched + excluded.touched`,
      [
        [...rows.keys()],
        values.map((r) => r.state),
        values.map((r) => r.at),
        values.map((r) => r.touched),
      ],
    );
  },
});

const metadata = canonicalBytes({
  correlationId: 'c',
  causationId: 'c',
  commandId: 'c',
  requestHash: 'h',
  actor: { person: 'p', role: 'r', unit: 'u' },
  salt: 's',
  occurredAt: '2026-11-20T02:00:00.000Z',
  recordedAt: '2026-11-20T02:00:00.000Z',
  schemaVersion: 1,
});

export const eventOf = (data: unknown, type = 'PetitionMoved') => ({
  id: randomUUID(),
  type,
  data: canonicalBytes(data),
  metadata,
});

/** Appends `count` moves of one petition. @returns the position of the last one */
export async function moves(store: EventStore, number: string, count = 1, service = 'triage') {
  const events = Array.from({ length: count }, (_, i) => eventOf({ number, state: `S${i}` }));
  const { position } = await store.append(`${service}.petition-${number}`, events, 'any');
  return position;
}

export const worklistOptions = (url: string, store: EventStore): ReadModelOptions => ({
  url,
  schema: 'triage',
  entities: [WorklistRow],
  store,
  registry,
  projections: [worklist()],
});

export const rowsOf = ({ dataSource }: ReadModel): Promise<WorklistRow[]> =>
  dataSource.getRepository(WorklistRow).find({ order: { number: 'ASC' } });
