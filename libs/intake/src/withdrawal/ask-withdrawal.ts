import type { Tracked, Withdrawal } from '@minh-bach/contracts';
import {
  DomainError,
  PUBLIC,
  commandIdFrom,
  hashReceiptCode,
  isReceiptCode,
  requestHashOf,
} from '@minh-bach/kernel';
import { ServiceRuntime } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { petitions } from '../petition-stream.ts';
import { PetitionTrackRow } from '../track-petition/petition-track.entity.ts';
import {
  TrackPetitionHandler,
  TrackPetitionQuery,
} from '../track-petition/track-petition.query.ts';

export class AskWithdrawalQuery extends Query<Tracked> {
  constructor(readonly asked: Withdrawal) {
    super();
  }
}

/** The holder of a receipt code asks once to withdraw, and is told where it stands, as by tracking. */
@QueryHandler(AskWithdrawalQuery)
export class AskWithdrawalHandler implements IQueryHandler<AskWithdrawalQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `RECEIPT_CODE_WRONG`, `WITHDRAWAL_NOT_OPEN` */
  async execute({ asked }: AskWithdrawalQuery): Promise<Tracked> {
    const { lists, shield, secret } = this.service;
    const { code, ...said } = asked;
    await lists.fresh();
    const row = await lists.dataSource
      .getRepository(PetitionTrackRow)
      .findOneBy({ receiptHash: hashReceiptCode(code) });
    if (!row || !isReceiptCode(code)) throw new DomainError('RECEIPT_CODE_WRONG');
    const { petition, standing } = row;
    const { isDenunciation } = await shield.protectionOf(petition);
    if (isDenunciation || 'isDenunciation' in standing)
      throw new DomainError('WITHDRAWAL_NOT_OPEN');
    // Sent again, the same is found as it was stored; another is refused.
    const commandId = commandIdFrom(secret, 'withdrawal', petition, JSON.stringify(said));
    const { position = null } = await this.service.run({
      decider: petitions.decider,
      stream: petitions.nameOf(petition),
      command: { type: 'AskWithdrawal', petition, ...said },
      context: {
        commandId,
        requestHash: requestHashOf(secret, said),
        correlationId: commandId,
        causationId: commandId,
        actor: PUBLIC,
      },
    });
    if (position) await lists.waitFor(position);
    return new TrackPetitionHandler(this.service).execute(new TrackPetitionQuery(code));
  }
}
