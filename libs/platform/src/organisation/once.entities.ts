import type { Role } from '@minh-bach/contracts';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Someone held a post on these days by an entry that was rewritten since; the last day is at most that of
 * the rewriting.
 */
@Entity('org_once_held')
@Index('org_once_held_person', ['person'])
@Index('org_once_held_unit', ['unit'])
export class OnceHeldRow {
  @PrimaryColumn('text') post!: string;
  @PrimaryColumn('text') unit!: string;
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text', { array: true }) roles!: Role[];
  @PrimaryColumn('date', { name: 'valid_from' }) from!: string;
  @PrimaryColumn('date', { name: 'valid_to' }) to!: string;
}

/** Someone acted for the holder of a post on these days, in the same way: by entries rewritten since. */
@Entity('org_once_acted')
@Index('org_once_acted_deputy', ['deputy'])
@Index('org_once_acted_holder', ['holder'])
@Index('org_once_acted_unit', ['unit'])
export class OnceActedRow {
  @PrimaryColumn('text') post!: string;
  @PrimaryColumn('text') unit!: string;
  @PrimaryColumn('text') holder!: string;
  @PrimaryColumn('text') deputy!: string;
  @PrimaryColumn('text', { array: true }) roles!: Role[];
  @PrimaryColumn('date', { name: 'valid_from' }) from!: string;
  @PrimaryColumn('date', { name: 'valid_to' }) to!: string;
}

export const onceEntities = [OnceHeldRow, OnceActedRow];
