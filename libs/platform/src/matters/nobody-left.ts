import { HANDLED_BY, HANDLERS, ruleOf, type Role } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { naming, type NamingFacts, type Protection } from './protection.ts';

/** Of each somebody must stay, in the unit or above. The last handlers do not count. */
const NEEDED: readonly (readonly Role[])[] = [
  HANDLERS.classifiers,
  ruleOf('denunciation.disclose-identity').roles,
  // Heads assign, approve and issue; each falls to the nearest unit with one.
  ruleOf('case.assign').roles,
];

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

export interface NamesGiven {
  /** As it stands without these names. */
  readonly protection: Protection;
  readonly named: NamingFacts;
  readonly actor: Pick<Actor, 'person'>;
  /** It has a case, or may get one as it is called now: verifiers and clerks are needed, too. */
  readonly needsCase: boolean;
}

/**
 * One person's word must not shut everybody out of a denunciation, nor everybody but that person. Names
 * are judged alike whatever the petition is called today: it may be called a denunciation at any
 * moment, and that is never refused. Where nobody was there before either, the names are not the cause,
 * and are taken.
 *
 * @throws DomainError `NOBODY_LEFT`
 */
export async function refuseNobodyLeft(
  service: Asked,
  { protection, named, actor, needsCase }: NamesGiven,
): Promise<void> {
  const before = { ...protection, isDenunciation: true };
  const { unit } = before;
  if (unit === null) return;
  const kept = await service.shield.respondentsOf(before);
  const shut = await service.shield.respondentsOf(naming(before, named));
  if (shut.every((person) => kept.includes(person))) return;
  const refuse = async (needs: readonly Need[], others: readonly string[] = []) => {
    for (const isLeft of needs) {
      if (await isLeft(shut, others)) continue;
      if (await isLeft(kept, others)) throw new DomainError('NOBODY_LEFT');
    }
  };
  await refuse(inLine(service, unit, NEEDED));
  if (needsCase) await refuse(inUnit(service, unit));
  // Beside the actor an auditor is enough.
  const watched = NEEDED.map((roles): readonly Role[] => [...roles, 'auditor']);
  await refuse(inLine(service, unit, watched), [actor.person]);
}

/**
 * A person whom it may be about does not take it from everybody by calling it a denunciation, whoever put
 * the names on record. Others may: who denounces is protected first, and an alarm asks for somebody.
 *
 * @param hasCase or had one
 * @throws DomainError `NOBODY_LEFT`
 */
export async function refuseTakenFromAll(
  service: Asked,
  {
    protection,
    named,
    actor,
    hasCase,
  }: Omit<NamesGiven, 'needsCase' | 'actor'> & {
    readonly actor: Pick<Actor, 'person' | 'deputyFor'>;
    readonly hasCase: boolean;
  },
): Promise<void> {
  const after = naming({ ...protection, isDenunciation: true }, named);
  const { unit } = after;
  const shut = await service.shield.respondentsOf(after);
  if (unit === null || !isOneOf(shut, actor)) return;
  const needs = hasCase
    ? [...inLine(service, unit, [ruleOf('case.assign').roles]), ...inUnit(service, unit)]
    : inLine(service, unit, [HANDLED_BY.flatMap((by): readonly Role[] => HANDLERS[by])]);
  for (const isLeft of needs) if (!(await isLeft(shut, []))) throw new DomainError('NOBODY_LEFT');
}

const isOneOf = (
  people: readonly string[],
  { person, deputyFor }: Pick<Actor, 'person' | 'deputyFor'>,
): boolean => [person, deputyFor].some((id) => id !== undefined && people.includes(id));

/** Whether anybody is left for something. */
type Need = (shut: readonly string[], others: readonly string[]) => Promise<boolean>;

const inLine = (
  { organisation }: Asked,
  unit: string,
  needed: readonly (readonly Role[])[],
): readonly Need[] =>
  needed.map(
    (roles) => async (shut, others) =>
      (await organisation.nearestWith(unit, roles, shut, others)) !== null,
  );

/** Verifiers are of the unit of the case or of the unit that assigns it; clerks of its unit alone. */
function inUnit({ organisation }: Asked, unit: string): readonly Need[] {
  const verifies: Need = async (shut) => {
    const assigning = await organisation.nearestWith(unit, ruleOf('case.assign').roles, shut);
    const units = [unit, ...(assigning ? [assigning.unit] : [])];
    return (await organisation.firstWith(units, ruleOf('case.record').roles, shut)) !== null;
  };
  const sends: Need = async (shut) =>
    (await organisation.firstWith([unit], ruleOf('response.send').roles, shut)) !== null;
  return [verifies, sends];
}

/**
 * Whom a petition is or may be about, by what is on record or by these words, does not shut out people
 * of units above: they would judge it. A person whom it is not about names them, or someone above does.
 *
 * @throws DomainError `NAMES_ABOVE`
 */
export async function refuseNamesAbove(
  { organisation, shield }: Asked,
  protection: Protection,
  named: NamingFacts,
  actor: Pick<Actor, 'person' | 'deputyFor' | 'unit'>,
): Promise<void> {
  const before = { ...protection, isDenunciation: true };
  const kept = await shield.respondentsOf(before);
  const shut = await shield.respondentsOf(naming(before, named));
  if (!isOneOf([...kept, ...shut], actor)) return;
  const above = await organisation.unitsAbove(actor.unit);
  for (const one of shut.filter((id) => !kept.includes(id)))
    if ((await organisation.postsOf(one)).some((post) => above.includes(post.unit)))
      throw new DomainError('NAMES_ABOVE');
}
