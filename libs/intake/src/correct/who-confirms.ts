import { confirmCorrection, refusalsOf, type Acting } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  confirmersAbove,
  everHandledBy,
  handlingOf,
  handlingOfOther,
  isWarnedOf,
  mayConfirm,
  type Confirmers,
  type Matter,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { matterToOpen } from '../disclose-identity/load-to-open.ts';
import type { LoadedPetition } from '../petition-stream.ts';

/**
 * A superior was told that the unit is late by the day on record, and another day may take that back.
 *
 * @returns `null`: no warning stands, or nobody else is left; then anybody with the right confirms
 */
export async function confirmersOf(
  service: ServiceRuntime,
  petition: LoadedPetition,
  proposer: Acting,
): Promise<Confirmers | null> {
  const { petition: number } = petition.registered.event.data;
  if (!(await isWarnedOf(service.infrastructure.store, number))) return null;
  const action = 'petition.confirm-correction';
  const matter = matterToOpen(petition, action);
  const lateUnits = await handledIn(service, petition, matter);
  return confirmersAbove(service, { matter, lateUnits, action, proposer });
}

/** The step may have fallen to a unit above the one that received it; it may have come back since. */
async function handledIn(
  service: ServiceRuntime,
  { registered, isDenunciation, state }: LoadedPetition,
  matter: Matter,
): Promise<string[]> {
  const { petition: number, unit } = registered.event.data;
  const { keptSince } = state;
  const now = isDenunciation
    ? await handlingOf(service, { petition: number, unit, keptSince })
    : await handlingOfOther(service, matter);
  const ever = await everHandledBy(service.infrastructure.store, number);
  return now === null ? ever : [...ever, now.unit];
}

/** @throws DomainError `SUPERIOR_CONFIRMS` {unit, unitVi, unitEn} */
export function refuseOwnWarning(confirmers: Confirmers | null, actor: Actor): void {
  if (confirmers === null || mayConfirm(confirmers, actor)) return;
  const { id, name } = confirmers.unit;
  throw refusalsOf(confirmCorrection)('SUPERIOR_CONFIRMS', {
    unit: id,
    unitVi: name.vi,
    unitEn: name.en,
  });
}
