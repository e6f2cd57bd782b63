import { ruleOf, type PetitionKind } from '@minh-bach/contracts';
import { conflictsOf } from '@minh-bach/rules';
import type { Organisation } from '../organisation/organisation.ts';
import type { FirstResolver } from './first-resolvers.projection.ts';
import type { Protection } from './protection.ts';
import type { Shield } from './shield.ts';

interface Service {
  readonly shield: Shield;
  readonly organisation: Organisation;
}

interface Judged {
  readonly petitions: readonly Protection[];
  readonly unit: string;
  readonly kind: PetitionKind;
}

/**
 * People who may have worked on the first complaint. They stay out of the second one, which goes to the
 * superior (Luật Khiếu nại Đ.7; COI6). Nothing links the two, so units decide:
 *
 * 1. everybody who ever headed, or acted for the head of, another unit that this petition ever named;
 * 2. where such a unit is below: everybody who resolved, verified or drafted a first complaint about it, and
 *    the heads under them in this line.
 *
 * A bar falls where nobody else is left (`policy_default`): for verifiers first, at last for the head at the
 * top.
 */
export async function mayHaveResolvedFirst(
  service: Service,
  { unit, petitions, kind }: Judged,
): Promise<string[]> {
  const { organisation, shield } = service;
  const units = new Set(petitions.flatMap(({ everUnits }) => everUnits));
  const others = [...units].filter((id) => id !== unit);
  const seen = { role: 'resolver', kind, instance: 2, resolvedFirst: true } as const;
  if (others.length === 0 || !conflictsOf(seen).some(({ level }) => level === 'hard')) return [];
  const own = petitions.map(({ petition }) => petition);
  const line = [unit, ...(await organisation.unitsAbove(unit))];
  const below = others.filter((id) => !line.includes(id));
  const [everHeads, resolvers] = await Promise.all([
    organisation.everHeadsOf(others),
    below.length === 0 ? [] : shield.resolversOfFirst(below, own),
  ]);
  const leaders = await Promise.all(line.map((id) => organisation.headOf(id)));
  const withHeadsUnder = async (people: readonly FirstResolver[]) => {
    const ids = people.map(({ person }) => person);
    return [
      ...new Set([...everHeads, ...ids, ...(await headsUnder(organisation, ids, line, leaders))]),
    ];
  };
  const deciders = await withHeadsUnder(resolvers.filter(({ decided }) => decided));
  const all = await withHeadsUnder(resolvers);
  const { roles } = ruleOf('case.assign');
  if (all.length > deciders.length) {
    const named = await shield.namedByAny(petitions);
    const assigning = await organisation.nearestWith(unit, roles, [...all, ...named]);
    if (assigning !== null) {
      const units = [unit, assigning.unit];
      const spared = await lastVerifiers(organisation, { units, line, named, deciders, all });
      return all.filter((who) => !spared.includes(who));
    }
  }
  if ((await organisation.nearestWith(unit, roles, deciders)) !== null) return deciders;
  const top = leaders.findLast((head) => head !== null);
  return deciders.filter((head) => head !== top);
}

interface Verifiers {
  /** In which the case finds its verifiers. */
  readonly units: readonly string[];
  readonly line: readonly string[];
  readonly named: readonly string[];
  readonly deciders: readonly string[];
  readonly all: readonly string[];
}

/** All who verify, where each of them verified a first one; but nobody who might judge it, too. */
async function lastVerifiers(
  organisation: Organisation,
  { units, line, named, deciders, all }: Verifiers,
): Promise<readonly string[]> {
  const { roles } = ruleOf('case.record');
  if ((await organisation.firstWith(units, roles, [...all, ...named])) !== null) return [];
  const judging = ruleOf('case.approve').roles;
  const heads = await Promise.all(line.map((id) => organisation.firstWith([id], judging, [])));
  const but = [...deciders, ...named, ...heads.flatMap((found) => found?.people ?? [])];
  return (await organisation.firstWith(units, roles, but))?.people ?? [];
}

/** Heads of the units up to one that such a person leads: no superiors of theirs. Nobody is above the top. */
async function headsUnder(
  organisation: Organisation,
  resolvers: readonly string[],
  line: readonly string[],
  leaders: readonly (string | null)[],
): Promise<string[]> {
  const led = leaders.slice(0, -1).findLastIndex((who) => who !== null && resolvers.includes(who));
  const units = line.slice(0, led + 1);
  const heads = await Promise.all(units.map((id) => organisation.holdersOf('head', id)));
  return heads.flat().map(({ person }) => person);
}
