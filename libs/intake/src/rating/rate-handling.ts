import type { Rating, Tracked } from '@minh-bach/contracts';
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

export class RateHandlingQuery extends Query<Tracked> {
  constructor(readonly asked: Rating) {
    super();
  }
}

/** The holder of a receipt code rates once, and is told where the petition stands, as by tracking. */
@QueryHandler(RateHandlingQuery)
export class RateHandlingHandler implements IQueryHandler<RateHandlingQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `RECEIPT_CODE_WRONG`, `RATING_NOT_OPEN` */
  async execute({ asked }: RateHandlingQuery): Promise<Tracked> {
    const { lists, shield, secret } = this.service;
    const { code, ...said } = asked;
    await lists.fresh();
    const row = await lists.dataSource
      .getRepository(PetitionTrackRow)
      .findOneBy({ receiptHash: hashReceiptCode(code) });
    if (!row || !isReceiptCode(code)) throw new DomainError('RECEIPT_CODE_WRONG');
    const { petition, standing } = row;
    const { isDenunciation } = await shield.protectionOf(petition);
    if (isDenunciation || 'isDenunciation' in standing) throw new DomainError('RATING_NOT_OPEN');
    // Sent again, the same is found as it was stored; another is refused.
    const commandId = commandIdFrom(secret, 'rating', petition, JSON.stringify(said));
    const { position = null } = await this.service.run({
      decider: petitions.decider,
      stream: petitions.nameOf(petition),
      command: { type: 'RateHandling', petition, unit: standing.unit ?? '', ...said },
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
