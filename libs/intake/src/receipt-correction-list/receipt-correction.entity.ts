import type { receiptCorrectionRowSchema } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** One step of a correction of a receipt date. */
@Entity('receipt_corrections')
@Index('receipt_corrections_week', ['week', 'at'])
export class ReceiptCorrectionRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text') petition!: string;
  @Column('text') week!: string;
  @Column('text') step!: z.infer<typeof receiptCorrectionRowSchema>['step'];
  /** The day that was proposed. */
  @Column('text', { name: 'received_on' }) receivedOn!: string;
  @Column('text') person!: string;
  /** The head for whom a deputy acted. */
  @Column('text', { name: 'deputy_for', nullable: true }) deputyFor!: string | null;
  /** For which the person acted. */
  @Column('text') unit!: string;
  @Column('timestamptz') at!: Date;
}
