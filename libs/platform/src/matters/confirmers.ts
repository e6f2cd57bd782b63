import { isOneOf, ruleOf, type Action, type Acting } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Organisation } from '../organisation/organisation.ts';
import type { Unit } from '../organisation/units.ts';
import type { Shield } from './shield.ts';
import { keptFrom, type Matter } from './whom-it-names.ts';

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
 * `policy_default`: what a superior is told of a unit is taken back by a person of a unit above, who never
 * headed that unit nor acted for its head. Where nobody is left above but such people, they do; above the top
 * is nobody: there somebody of the unit does who never headed it.
 *
 * @returns `null`: nobody else is left; then anybody with the right confirms
 */
export async function confirmersAbove(
  service: { readonly organisation: Organisation; readonly shield: Shield },
  { matter, action, proposer }: { matter: Matter; action: Action; proposer: Acting },
): Promise<Confirmers | null> {
  const { organisation } = service;
  const { unit } = matter;
  const { roles } = ruleOf(action);
  const [above, late, kept] = await Promise.all([
    organisation.unitsAbove(unit),
    organisation.everHeadsOf([unit]),
    keptFrom(service, matter),
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
