import { HANDLERS, ruleOf, type Role, isOneOf, type Acting } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { naming, type NamingFacts, type Protection } from '../matters/protection.ts';

/** Of each somebody must stay, in the unit or above. The last handlers do not count. */
const NEEDED: readonly (readonly Role[])[] = [HANDLERS.classifiers];
/** Heads assign, approve and issue, clerks send; each falls to the nearest unit with one. */
const DECIDES_CASES: readonly (readonly Role[])[] = [ruleOf('case.assign').roles];
const NEEDED_TO_OPEN: readonly (readonly Role[])[] = [
  ruleOf('denunciation.disclose-identity').roles,
];
const NEEDED_BY_CASES: readonly (readonly Role[])[] = [ruleOf('response.send').roles];

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

export interface NamesGiven {
  /** As it stands without these names. */
  readonly protection: Protection;
  readonly named: NamingFacts;
  /** ISO date. */
  readonly receivedOn: string;
  readonly actor: Pick<Actor, 'person'>;
  /** People who called it a denunciation, the actor among them where this does: they never open it. */
  readonly callers: Iterable<string>;
  /** It has a case, or may get one as it is called now: verifiers and clerks are needed, too. */
  readonly needsCase: boolean;
  /** The sender names them, not one of the staff: a denunciation of every head of the line is taken. */
  readonly bySender?: boolean;
}

/**
 * One person's word must not shut everybody out of a denunciation, nor everybody but that person. Names
 * are judged alike whatever the petition is called today: it may be called a denunciation at any
 * moment, and is refused only to those whom it may be about. Where nobody was there before either, the
 * names are not the cause, and are taken.
 *
 * Opening the identity is judged apart. Callers may not open it, so they do not count, and neither does who
 * deputised for a respondent since it was received. The actor may call it next, and does not count either;
 * auditors never open it. The people who could open it without these names
 * are compared with those who can with them. So a call that names nobody new is never refused, even by the
 * only officer of the line. Names are refused where another officer was there and they leave none.
 *
 * @throws DomainError `NOBODY_LEFT`
 */
export async function refuseNobodyLeft(
  service: Asked,
  { protection, named, receivedOn, actor, callers, needsCase, bySender = false }: NamesGiven,
): Promise<void> {
  const before = { ...protection, isDenunciation: true };
  const { unit } = before;
  if (unit === null) return;
  const standing = await service.shield.respondentsIn([before, naming(before, named)]);
  const [kept = [], shut = []] = standing;
  if (shut.every((who) => kept.includes(who))) return;
  const refuse = async (needs: readonly Need[], others: readonly string[] = []) => {
    for (const isLeft of needs) {
      if (await isLeft([...shut, ...others])) continue;
      if (await isLeft([...kept, ...others])) throw new DomainError('NOBODY_LEFT');
    }
  };
  const opens = inLine(service, unit, NEEDED_TO_OPEN).map(withoutDeputies(service, receivedOn));
  const needed = needsCase || !bySender ? [...NEEDED, ...DECIDES_CASES] : NEEDED;
  await refuse(inLine(service, unit, needed));
  await refuse(opens, [...callers]);
  if (needsCase) await refuse(forCase(service, unit));
  await refuse(opens, [...callers, actor.person]);
  // For the rest, an auditor beside the actor is enough.
  const watched = needed.map((roles): readonly Role[] => [...roles, 'auditor']);
  await refuse(inLine(service, unit, watched), [actor.person]);
  if (!bySender) await refuse([supervises(service, unit)], [actor.person]);
}

/**
 * A person whom it may be about does not call it a denunciation: it would take it from its unit, and undo
 * what others did. Others call it: those who classify in the unit, officers, and heads above.
 *
 * @throws DomainError `ABOUT_ONESELF`
 */
export async function refuseCalledByRespondent(
  { shield }: Pick<Asked, 'shield'>,
  protection: Protection,
  named: NamingFacts,
  actor: Acting,
): Promise<void> {
  const after = naming({ ...protection, isDenunciation: true }, named);
  if (isOneOf(await shield.respondentsOf(after), actor)) throw new DomainError('ABOUT_ONESELF');
}

/** Whether anybody is left for something, but these people and those who act for them. */
type Need = (shut: readonly string[]) => Promise<boolean>;

const inLine = (
  { organisation }: Asked,
  unit: string,
  needed: readonly (readonly Role[])[],
): readonly Need[] =>
  needed.map(
    (roles) => async (shut) => (await organisation.nearestWith(unit, roles, shut)) !== null,
  );

/** Who deputised for one of those who are shut since then does not count, in whatever post they act. */
const withoutDeputies =
  ({ organisation }: Asked, since: string) =>
  (isLeft: Need): Need =>
  async (shut) =>
    isLeft([...shut, ...(await organisation.deputiesOf(shut, since))]);

const forCase = (service: Asked, unit: string): readonly Need[] => [
  verifies(service, unit),
  ...inLine(service, unit, NEEDED_BY_CASES),
];

/** Somebody sees what is proposed and confirmed in a unit: a head above, or an auditor. Above the top is nobody. */
function supervises({ organisation }: Asked, unit: string): Need {
  return async (shut) => {
    const above = await organisation.unitsAbove(unit);
    const heads = above.length > 0 ? above : [unit];
    return (
      (await organisation.firstWith(heads, ['head'], shut)) !== null ||
      (await organisation.nearestWith(unit, ['auditor'], shut)) !== null
    );
  };
}

/** Verifiers are of the unit of the case or of the unit that assigns it. */
function verifies({ organisation }: Asked, unit: string): Need {
  return async (shut) => {
    const assigning = await organisation.nearestWith(unit, ruleOf('case.assign').roles, shut);
    const units = [unit, ...(assigning ? [assigning.unit] : [])];
    return (await organisation.firstWith(units, ruleOf('case.record').roles, shut)) !== null;
  };
}

/**
 * Whom a petition is or may be about, by what is on record or by these words, does not take themselves
 * out by them, and does not shut out people of units above: they would judge it. Nor does who deputised for
 * one of them since it was received. A person whom it is not about names others, or someone above does.
 *
 * @throws DomainError `NAMES_ABOVE`, `TAKES_ONESELF_OUT`
 */
export async function refuseNamesAbove(
  { organisation, shield }: Asked,
  protection: Protection,
  { named, receivedOn }: Pick<NamesGiven, 'named' | 'receivedOn'>,
  actor: Pick<Actor, 'person' | 'deputyFor' | 'unit'>,
): Promise<void> {
  const before = { ...protection, isDenunciation: true };
  const [kept = [], shut = []] = await shield.respondentsIn([before, naming(before, named)]);
  if (isOneOf(kept, actor) && !isOneOf(shut, actor)) throw new DomainError('TAKES_ONESELF_OUT');
  const respondents = [...kept, ...shut];
  const deputies = await organisation.deputiesOf(respondents, receivedOn);
  if (!isOneOf([...respondents, ...deputies], actor)) return;
  const above = await organisation.exact.unitsAbove(actor.unit);
  for (const one of shut.filter((id) => !kept.includes(id)))
    if ((await organisation.postsOf(one)).some((post) => above.includes(post.unit)))
      throw new DomainError('NAMES_ABOVE');
}
