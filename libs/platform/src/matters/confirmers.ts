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

interface Asked {
  readonly matter: Matter;
  readonly lateUnits: readonly string[];
  readonly action: Action;
  readonly proposer: Acting;
}

/**
 * `policy_default`: a warning that a superior got about a unit is taken back only by a person of a unit above,
 * who never headed the late unit, never acted for its head, and holds no post in it. If only such people are
 * left above, they may. Nothing is above the top unit: there, another person of that unit who never headed it
 * may.
 *
 * @param lateUnits to which the step fell, beside the unit of the matter: above means above them all
 * @returns `null`: nobody else is left; then anybody with the right confirms
 */
export async function confirmersAbove(
  service: { readonly organisation: Organisation; readonly shield: Shield },
  { matter, lateUnits, action, proposer }: Asked,
): Promise<Confirmers | null> {
  const { organisation } = service;
  const late = [...new Set([matter.unit, ...lateUnits])];
  const { roles } = ruleOf(action);
  const [lines, heads, colleagues, kept] = await Promise.all([
    Promise.all(late.map((unit) => organisation.unitsAbove(unit))),
    organisation.everHeadsOf(late),
    peopleOf(organisation, late),
    keptFrom(service, matter),
  ]);
  const above = lines[0]!.filter((unit) => lines.every((line) => line.includes(unit)));
  // Where nothing is above: the highest of them.
  const top = late.filter((_, i) => lines[i]!.every((unit) => !late.includes(unit)));
  const inTurn = [
    { units: above, but: [...heads, ...colleagues] },
    { units: above, but: heads },
    { units: above, but: [] },
    { units: top, but: heads },
  ];
  for (const { units, but } of inTurn) {
    const out = [...kept, ...but, proposer.person];
    const found = await organisation.firstWith(units, roles, out);
    const nearest = found && (await organisation.unit(found.unit));
    if (nearest) return { unit: nearest, units, but };
  }
  return null;
}

/** Who holds a post in one of these units today, or acts in it. */
async function peopleOf(organisation: Organisation, units: readonly string[]): Promise<string[]> {
  const posts = await Promise.all(units.map((unit) => organisation.postsOfUnit(unit)));
  const people = posts.flat().flatMap(({ holder, deputy }) => [holder, deputy]);
  return people.filter((person) => person !== null);
}

export const mayConfirm = (confirmers: Confirmers | null, actor: Actor): boolean =>
  confirmers === null || (confirmers.units.includes(actor.unit) && !isOneOf(confirmers.but, actor));
