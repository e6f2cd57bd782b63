import { confirmCorrection, refusalsOf, type Acting } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  confirmersAbove,
  isWarnedOf,
  mayConfirm,
  type Confirmers,
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
  return confirmersAbove(service, { matter: matterToOpen(petition, action), action, proposer });
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
