import type { receiptCorrectionsQuery, receiptCorrectionsSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, readWeekBelow } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ReceiptCorrectionRow } from './receipt-correction.entity.ts';

type Page = z.infer<typeof receiptCorrectionsSchema>;

export class ReceiptCorrectionListQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof receiptCorrectionsQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** The weekly list of what moves a limit, or keeps it where it is: who proposed, confirmed or declined another day. */
@QueryHandler(ReceiptCorrectionListQuery)
export class ReceiptCorrectionListHandler implements IQueryHandler<ReceiptCorrectionListQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR` */
  execute(query: ReceiptCorrectionListQuery): Promise<Page> {
    const stepOf = ({ step, receivedOn }: ReceiptCorrectionRow) => ({ step, receivedOn });
    return readWeekBelow(this.service, ReceiptCorrectionRow, query, stepOf);
  }
}
