import type { SecondPersonWhat } from '@minh-bach/contracts';
import type { Projection } from '@minh-bach/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foldRows } from '../rows/fold-rows.ts';
import type { Move, SecondPersons } from './second-person.ts';

/** A matter in which something may wait for a second person: a candidate, judged on its stream. */
@Entity('second_persons')
@Index('second_persons_since', ['since', 'stream'], { where: 'waits' })
export class SecondPersonRow {
  @PrimaryColumn('text') stream!: string;
  @Column('jsonb') open!: Partial<Record<SecondPersonWhat, number>>;
  @Column('boolean') waits!: boolean;
  /** As `noteAfter` of its service makes it. */
  @Column('jsonb', { nullable: true }) note!: object | null;
  /** When what waits longest was proposed. */
  @Column('timestamptz') since!: Date;
}

export const secondPersonProjection = ({
  prefix,
  movesOf,
  noteAfter,
}: SecondPersons): Projection => ({
  name: 'second-persons',
  version: 2,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: SecondPersonRow,
        key: 'stream',
        keyOf: ({ stream }) => (stream.startsWith(prefix) ? stream : undefined),
        evolve(row, { stream, event, metadata }) {
          const before = row?.note ?? null;
          const note = (noteAfter?.(before, event) ?? before) as object | null;
          const moves = movesOf(event, note);
          if (moves.length === 0 && note === before) return row;
          const open = moves.reduce(moved, row?.open ?? {});
          const waits = Object.values(open).some((n) => n > 0);
          const since = row?.waits ? row.since : new Date(metadata.recordedAt);
          return { stream, open, waits, note, since };
        },
      },
      batch,
    ),
});

function moved(open: SecondPersonRow['open'], { what, to }: Move): SecondPersonRow['open'] {
  const n = open[what] ?? 0;
  const after = { one: 1, more: n + 1, fewer: Math.max(0, n - 1), none: 0 };
  return { ...open, [what]: after[to] };
}
