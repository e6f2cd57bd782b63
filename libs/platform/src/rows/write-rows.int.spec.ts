import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { addRows, upsertRows } from './write-rows.ts';

@Entity('written_rows')
class WrittenRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text', { name: 'respondent_unit', nullable: true }) respondentUnit!: string | null;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('jsonb') clocks!: unknown;
  @Column('jsonb', { nullable: true }) shown!: unknown;
  @Column('text', { array: true }) units!: string[];
  @Column('boolean', { default: true }) open?: boolean;
}

@Entity('rows_with_bytes')
class BytesRow {
  @PrimaryColumn('text') stream!: string;
  @Column('bytea') bytes!: Buffer;
}

const row = (revision: number, rest: Partial<WrittenRow> = {}): WrittenRow => ({
  stream: `it's "D26"\\ đơn, ${'`'}1${'`'}`,
  revision,
  respondentUnit: null,
  receivedOn: '2025-11-20',
  dueAt: new Date('9999-12-31T00:00:00.000Z'),
  clocks: [{ rule: 'KN1.ACCEPT', name: { vi: 'Thụ lý "đơn"' }, left: 1.5 }],
  shown: null,
  units: ['HQ-SM', 'a,b', '{"c"}', 'NULL'],
  ...rest,
});
const key = ['stream', 'revision'] as const;

describe('rows as they are written', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = new DataSource({
      ...{ type: 'postgres', url: database.url, synchronize: true },
      entities: [WrittenRow, BytesRow],
    });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });
  const rows = () => source.getRepository(WrittenRow).find({ order: { revision: 'ASC' } });

  it('are read again as they were, and what none of them has is the default', async () => {
    const said = row(2, { shown: 'null', clocks: 'text', respondentUnit: '' });
    await upsertRows(source.manager, WrittenRow, [row(1), said], key);
    expect(await rows()).toEqual([
      { ...row(1), open: true },
      { ...said, open: true },
    ]);
  });

  it('overwrite those with their key, or leave them as they are', async () => {
    await upsertRows(source.manager, WrittenRow, [row(1, { units: [], open: false })], key);
    await addRows(source.manager, WrittenRow, [row(1, { units: ['late'] }), row(3)]);
    expect((await rows()).map(({ units, open }) => [units.length, open])).toEqual([
      [0, false],
      [4, true],
      [4, true],
    ]);
  });

  it('are refused where one lacks what its column must have, and none is written', async () => {
    const both = [row(4, { open: false }), row(5)];
    await expect(upsertRows(source.manager, WrittenRow, both, key)).rejects.toThrow('not-null');
    expect(await rows()).toHaveLength(3);
  });

  it('hold no bytes, which JSON would change', async () => {
    const bytes = [{ stream: 'a', bytes: Buffer.from('b') }];
    await expect(upsertRows(source.manager, BytesRow, bytes, ['stream'])).rejects.toThrow('bytes');
  });
});
