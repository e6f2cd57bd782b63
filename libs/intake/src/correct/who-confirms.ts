import { confirmCorrection, isOneOf, refusalsOf, ruleOf, type Acting } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { isWarnedOf, keptFrom, type ServiceRuntime, type Unit } from '@minh-bach/platform';
import { matterToOpen } from '../disclose-identity/load-to-open.ts';
import type { LoadedPetition } from '../petition-stream.ts';

/** Who confirms where a warning of the unit may be taken back. */
export interface Confirmers {
  /** The nearest that has somebody. */
  readonly unit: Unit;
  /** In which a person confirms: of the unit above, or of one above that. */
  readonly units: readonly string[];
  /** Neither they nor those who act for them. */
  readonly but: readonly string[];
}

/**
 * A superior was told that the unit is late by the day on record, and another day may take that back. So a
 * person of a unit above confirms, who never headed the late unit nor acted for its head. Where nobody is left
 * above but such people, they do; above the top is nobody: there somebody of the unit does who never headed it.
 *
 * @returns `null`: no warning stands, or nobody else is left; then anybody with the right confirms
 */
export async function confirmersOf(
  service: ServiceRuntime,
  petition: LoadedPetition,
  proposer: Acting,
): Promise<Confirmers | null> {
  const { organisation, infrastructure } = service;
  const { petition: number, unit } = petition.registered.event.data;
  if (!(await isWarnedOf(infrastructure.store, number))) return null;
  const { roles } = ruleOf('petition.confirm-correction');
  const [above, late, kept] = await Promise.all([
    organisation.unitsAbove(unit),
    organisation.everHeadsOf([unit]),
    keptFrom(service, matterToOpen(petition, 'petition.confirm-correction')),
  ]);
  const inTurn = [
    { units: above, but: late },
    { units: above, but: [] },
    { units: [unit], but: late },
  ];
  for (const { units, but } of inTurn) {
    const out = [...kept, ...but, proposer.person];
    const found = await organisation.firstWith(units, roles, out);
    const nearest = found && (await organisation.unit(found.unit));
    if (nearest) return { unit: nearest, units, but };
  }
  return null;
}

export const mayConfirm = (confirmers: Confirmers | null, actor: Actor): boolean =>
  confirmers === null || (confirmers.units.includes(actor.unit) && !isOneOf(confirmers.but, actor));

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
