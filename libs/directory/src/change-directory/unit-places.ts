import {
  UNITS_ABOVE_AT_MOST,
  recordEntry,
  refusalsOf,
  type PostEntry,
  type UnitEntry,
} from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { TenureRow, type ServiceRuntime } from '@minh-bach/platform';
import { MoreThan } from 'typeorm';
import { isThere, misplaced, type Place, type Places } from '../domain/unit-place.ts';
import { ProposalRow } from '../proposals/proposal.entity.ts';

const refuse = refusalsOf(recordEntry);

/** `waits`: it is only proposed, and judged as if all that waits were confirmed before it. */
export type Stage = 'waits' | 'recorded';

/** @throws DomainError `UNIT_IN_CIRCLE`, `UNIT_ABOVE_MISSING`, `UNIT_TOO_DEEP`, `UNIT_STILL_NEEDED` */
export async function refuseMisplaced(
  service: ServiceRuntime,
  entry: UnitEntry,
  stage: Stage,
): Promise<void> {
  const posts = await service.rights.dataSource.getRepository(TenureRow).findBy({ unit: entry.id });
  const places = await placesOf(service, stage);
  const wrong = misplaced(entry, places, posts, localDate(service.clock.now()));
  if (wrong) throw refuse(wrong, { atMost: UNITS_ABOVE_AT_MOST });
}

/** @throws DomainError `POST_WITHOUT_UNIT` */
export async function refuseWithoutUnit(
  service: ServiceRuntime,
  entry: PostEntry,
  stage: Stage,
): Promise<void> {
  const unit = (await placesOf(service, stage)).get(entry.unit);
  if (!isThere(unit, entry, localDate(service.clock.now()))) throw refuse('POST_WITHOUT_UNIT');
}

/** A file is proposed whole: a unit may stand under one that waits, too. */
async function placesOf(service: ServiceRuntime, stage: Stage): Promise<Places> {
  const units: readonly Place[] = await service.organisation.exact.units();
  const waiting = stage === 'waits' ? await unitsThatWait(service) : [];
  return new Map([...units, ...waiting].map((unit) => [unit.id, unit]));
}

async function unitsThatWait({ lists, clock }: ServiceRuntime): Promise<Place[]> {
  const rows = await lists.dataSource.getRepository(ProposalRow).find({
    where: { outcome: 'open', endsAt: MoreThan(clock.now()) },
    order: { proposedAt: 'ASC', id: 'ASC' },
  });
  return rows.flatMap(({ entry }) => (entry.kind === 'unit' ? [entry] : []));
}
