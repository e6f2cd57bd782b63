import { isOneOf, strikeNames, type Acting } from '@minh-bach/contracts';
import {
  areOneWillSince,
  struckNames,
  useCase,
  type Protection,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { mayAnswer, refuseUnless } from '../handling/handling.ts';
import { compareAgain } from '../merged/compare-again.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { loadToAct, petitions, type LoadedPetition } from '../petition-stream.ts';

/** Names that one person took out, for another to confirm; `by` is `null` where there are none. */
export interface ToStrike {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly by: Acting | null;
  /** That person and the asker are one will. */
  readonly isOwn: boolean;
}

const NOTHING: ToStrike = { units: [], people: [], by: null, isOwn: false };

/**
 * What a second person would strike: names that the last word no longer has, and that one person took
 * out. What others took out is the next step. Nothing where one of the two may be a respondent, as things
 * stand: a correction opens nothing to those who make it. A name that nobody is known to have taken out,
 * or a respondent, or who deputised for one since it was received, waits until somebody else names it again and takes it out.
 */
export async function toStrike(
  service: Pick<ServiceRuntime, 'shield' | 'organisation'>,
  { state, protection: known }: Pick<LoadedPetition, 'state' | 'protection'>,
  actor: Acting,
): Promise<ToStrike> {
  const { shield, organisation } = service;
  const protection = { ...known, isDenunciation: true };
  const respondents = await shield.respondentsOf(protection);
  const deputies = await organisation.deputiesOf(respondents, state.keptSince);
  const kept = [...respondents, ...deputies];
  if (isOneOf(kept, actor)) return NOTHING;
  const struck = struckNames(protection);
  const receiver = receiverToStrike(protection, struck.units, state);
  const heads = await organisation.everHeadsOf(receiver);
  const gone = isOneOf(heads, actor)
    ? struck
    : { ...struck, units: [...struck.units, ...receiver] };
  /** What a deputy took out, the head took out for whom they acted. */
  const removerOf = (name: string) => {
    const remover = state.removedBy.get(name);
    const keeps = receiver.includes(name) ? [...kept, ...heads] : kept;
    return remover && !isOneOf(keeps, remover) ? remover : undefined;
  };
  const all = [...gone.units, ...gone.people].map(removerOf).filter((one) => one !== undefined);
  const removers = [...new Set(all)];
  const own = await Promise.all(
    removers.map((one) => areOneWillSince(service, state.keptSince, one, actor)),
  );
  // The own ones come last: they wait for somebody else.
  const next = Math.max(own.indexOf(false), 0);
  const by = removers[next];
  if (by === undefined) return NOTHING;
  const isTheirs = (name: string) => {
    const one = removerOf(name);
    return one?.person === by.person && one.deputyFor === by.deputyFor;
  };
  return {
    units: gone.units.filter(isTheirs),
    people: gone.people.filter(isTheirs),
    by,
    isOwn: own[next] ?? false,
  };
}

/**
 * The unit that received a complaint which named no unit at first: it resolves no second one before two
 * persons say that it is not about this unit. Heads of that unit are none of the two.
 */
function receiverToStrike(
  { units, people }: Protection,
  struck: readonly string[],
  { kind, unit, everUnits }: LoadedPetition['state'],
): string[] {
  const isNamed = (units ?? []).length + (people ?? []).length > 0;
  const known = [...(units ?? []), ...struck];
  const isOut = isNamed && everUnits.includes(unit) && !known.includes(unit);
  return kind === 'complaint' && isOut ? [unit] : [];
}

/** The names are found on the revision that the asker saw. */
export const striking = useCase(strikeNames, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
  const petition = await loadToAct(service, number, action, context.actor);
  const { by, isOwn, ...struck } = await toStrike(service, petition, context.actor);
  if (by !== null) refuseUnless(await mayAnswer(service, petition.state, [by], context.actor));
  const command = {
    type: 'StrikeNames',
    ...body,
    struck,
    correctedBy: by?.person ?? null,
    isOwn,
  } as const;
  const done = await petitions.decide(asked, petition, command, petition.beforeDecision);
  await compareAgain(service, petition.state.petition);
  return done;
});
