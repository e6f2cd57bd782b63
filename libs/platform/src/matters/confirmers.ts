import { isOneOf, ruleOf, type Action, type Acting } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Organisation } from '../organisation/organisation.ts';
import type { Unit } from '../organisation/units.ts';
import type { Shield } from './shield.ts';
import { keptFrom, type Matter } from './whom-it-names.ts';

/** The people who may confirm what can take back a warning about a unit. */
export interface Confirmers {
  /** The nearest unit that has such a person. */
  readonly unit: Unit;
  /** A person of any of these units may confirm: the nearest, and those above it. */
  readonly units: readonly string[];
  /** These people may not, and nobody may in their place. */
  readonly but: readonly string[];
}

/**
 * `policy_default`: a warning that a superior got about a unit is taken back only by a person of a unit above,
 * who never headed the late unit and never acted for its head. If only such people are left above, they may.
 * Nothing is above the top unit: there, another person of that unit who never headed it may.
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
