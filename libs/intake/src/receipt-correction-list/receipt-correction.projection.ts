import type { RecordedEvent } from '@minh-bach/kernel';
import { stepTaken, upsertRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { ReceiptCorrectionEvent } from '../domain/correct-receipt.ts';
import { ReceiptCorrectionRow } from './receipt-correction.entity.ts';

/** Who proposed, confirmed or declined a correction of a receipt date: one row a step. */
export const receiptCorrectionProjection: Projection = {
  name: 'receipt-corrections',
  version: 1,
  async apply(batch, manager) {
    await upsertRows(manager, ReceiptCorrectionRow, batch.flatMap(rowsOf), ['stream', 'revision']);
  },
};

function rowsOf(recorded: RecordedEvent): ReceiptCorrectionRow[] {
  const step = stepOf(recorded.event as ReceiptCorrectionEvent);
  return step ? [{ ...stepTaken(recorded), ...step }] : [];
}

type Step = Pick<ReceiptCorrectionRow, 'step' | 'receivedOn'>;

/** Earlier events do not say whose proposal was declined: they count as taken back. */
function stepOf({ type, data }: ReceiptCorrectionEvent): Step | undefined {
  switch (type) {
    case 'ReceiptCorrectionProposed':
      return { step: 'proposed', receivedOn: data.proposed.receivedOn };
    case 'ReceiptCorrectionDeclined': {
      const step = data.proposedBy === undefined ? 'withdrawn' : 'declined';
      return { step, receivedOn: data.proposed.receivedOn };
    }
    case 'ReceiptDateCorrected':
      return { step: 'confirmed', receivedOn: data.receivedOn };
    default:
      return undefined;
  }
}
