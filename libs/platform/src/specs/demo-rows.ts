import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorklistList } from '../pages/worklist-list.ts';
import { ownerOf } from '../commands/read-stream.ts';
import { noClocks, withClocks, type ListedClock } from '../rows/clock-columns.ts';
import { foldRows } from '../rows/fold-rows.ts';
import { searchWords } from '../rows/search-words.ts';
import type { DemoEvent } from './demo-service.ts';

/** For specs: the worklist of a service whose streams are `<service>.petition-<number>`. */
@Entity('demo_rows')
export class DemoRow {
  @PrimaryColumn('text') number!: string;
  @Column('text', { nullable: true }) gist!: string | null;
  @Column('text') unit!: string;
  @Column('date') on!: string;
  @Column('tsvector') words!: string;
  @Column('boolean') open!: boolean;
  @Column('jsonb') clocks!: ListedClock[];
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}

const OPENED_ON = '2026-11-20';

const evolve = (row: DemoRow | undefined, { event, stream }: RecordedEvent) => {
  const { type, data } = event as DemoEvent;
  if (type === 'DemoNoted') return row && { ...row, open: false };
  if (type !== 'DemoOpened') return row;
  return {
    number: ownerOf(stream),
    gist: 'Trích yếu',
    unit: data.unit ?? '',
    open: true,
    on: OPENED_ON,
    words: searchWords([ownerOf(stream)], 'Trích yếu'),
    ...withClocks(noClocks(), data, OPENED_ON),
  };
};

export const demoRowProjection: Projection = {
  name: 'demo-rows',
  version: 1,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: DemoRow,
        key: 'number',
        keyOf: ({ stream }) => (stream.includes('.petition-') ? ownerOf(stream) : undefined),
        evolve,
      },
      batch,
    ),
};

export const demoList: WorklistList<DemoRow> = {
  entity: DemoRow,
  key: 'number',
  prefix: 'demo.petition-',
  on: 'on',
  numbersOf: ({ number }) => [number],
  filters: {},
};
