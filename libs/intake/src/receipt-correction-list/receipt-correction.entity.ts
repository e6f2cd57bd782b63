import type { receiptCorrectionRowSchema } from '@minh-bach/contracts';
import { StepRow } from '@minh-bach/platform';
import { Column, Entity, Index } from 'typeorm';
import type { z } from 'zod';

/** One step of a correction of a receipt date. */
@Entity('receipt_corrections')
@Index('receipt_corrections_week', ['week', 'at'])
export class ReceiptCorrectionRow extends StepRow {
  @Column('text') step!: z.infer<typeof receiptCorrectionRowSchema>['step'];
  /** The day that was proposed. */
  @Column('text', { name: 'received_on' }) receivedOn!: string;
}
