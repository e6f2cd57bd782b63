import type { Tracked } from '@minh-bach/contracts';
import { DomainError, hashReceiptCode, isReceiptCode } from '@minh-bach/kernel';
import { ServiceRuntime } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { padded } from './padded.ts';
import { PetitionTrackRow } from './petition-track.entity.ts';
import { tell } from './tell.ts';

export class TrackPetitionQuery extends Query<Tracked> {
  constructor(readonly code: string) {
    super();
  }
}

/** Nobody has it. */
const NO_PETITION = 'D00-00000000-0';

/** Hit and miss take the same look-ups; a malformed code is told apart from nothing. */
@QueryHandler(TrackPetitionQuery)
export class TrackPetitionHandler implements IQueryHandler<TrackPetitionQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `RECEIPT_CODE_WRONG`, `READ_MODEL_STOPPED`, `PROJECTION_LATE` */
  async execute({ code }: TrackPetitionQuery): Promise<Tracked> {
    const { lists, shield, organisation, clock } = this.service;
    // Older rows know no later code: a right one would be called wrong.
    await lists.fresh();
    const row = await lists.dataSource
      .getRepository(PetitionTrackRow)
      .findOneBy({ receiptHash: hashReceiptCode(code) });
    const [{ isDenunciation }, units] = await Promise.all([
      // Read in the log: it holds before messages have brought it here.
      shield.protectionOf(row?.petition ?? NO_PETITION),
      organisation.units(),
    ]);
    const known = { units: new Map(units.map((unit) => [unit.id, unit])), now: clock.now() };
    const told = row && isReceiptCode(code) ? tell(row, { ...known, isDenunciation }) : undefined;
    if (!told) throw new DomainError('RECEIPT_CODE_WRONG');
    return padded(told);
  }
}
