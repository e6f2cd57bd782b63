import { type Tracked } from '@minh-bach/contracts';
import { DomainError, hashReceiptCode, isReceiptCode } from '@minh-bach/kernel';
import { ServiceRuntime } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sentenceOf } from './sentences.ts';
import { PetitionTrackRow, type TrackStep } from './petition-track.entity.ts';

export class TrackPetitionQuery extends Query<Tracked> {
  constructor(readonly code: string) {
    super();
  }
}

/** Hit and miss take one look-up by index; a malformed code is told apart from nothing. */
@QueryHandler(TrackPetitionQuery)
export class TrackPetitionHandler implements IQueryHandler<TrackPetitionQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `RECEIPT_CODE_WRONG`, `READ_MODEL_STOPPED` */
  async execute({ code }: TrackPetitionQuery): Promise<Tracked> {
    const { lists } = this.service;
    // Rows that stand still know no later code: a right one would be called wrong.
    lists.check();
    const row = await lists.dataSource
      .getRepository(PetitionTrackRow)
      .findOneBy({ receiptHash: hashReceiptCode(code) });
    const last = row?.steps.at(-1);
    if (!row || !last || !isReceiptCode(code)) throw new DomainError('RECEIPT_CODE_WRONG');
    return {
      number: row.petition,
      state: last.state,
      sentence: sentenceOf(last.state, last.on),
      timeline: row.steps
        .filter(isNews)
        .map(({ state, on }) => ({ state, on, text: sentenceOf(state, on) })),
    };
  }
}

/** What it was found to be later changes no step: where it stands is noted again, and told once. */
const isNews = ({ state, on }: TrackStep, i: number, steps: readonly TrackStep[]): boolean =>
  steps[i - 1]?.state !== state || steps[i - 1]?.on !== on;
