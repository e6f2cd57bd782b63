import { strikeNames } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { struckNames, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { refuseLastResort } from '../handling/handling.ts';
import { loadToAct, petitions, type LoadedPetition } from '../petition-stream.ts';

/** Names that one person took out, for another to confirm; `by` is `null` where there are none. */
export interface ToStrike {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly by: string | null;
}

const NOTHING: ToStrike = { units: [], people: [], by: null };

/**
 * What a second person would strike: names that the last word no longer has, and that one person took
 * out. What others took out is the next step. Nothing where one of the two may be a respondent, as things
 * stand: a correction opens nothing to those who make it. A name that nobody is known to have taken out,
 * or a respondent, waits until somebody else names it again and takes it out.
 */
export async function toStrike(
  { shield }: Pick<ServiceRuntime, 'shield'>,
  { petition, removedBy }: LoadedPetition['state'],
  actor: Pick<Actor, 'person' | 'deputyFor'>,
): Promise<ToStrike> {
  const protection = { ...(await shield.protectionOf(petition)), isDenunciation: true };
  const kept = await shield.respondentsOf(protection);
  if ([actor.person, actor.deputyFor].some((who) => who && kept.includes(who))) return NOTHING;
  const gone = struckNames(protection);
  /** What a deputy took out, the head took out for whom they acted. */
  const removerOf = (name: string) => {
    const { person, deputyFor } = removedBy.get(name) ?? {};
    return [person, deputyFor].some((who) => who && kept.includes(who)) ? undefined : person;
  };
  const removers = [...gone.units, ...gone.people]
    .map(removerOf)
    .filter((who) => who !== undefined);
  // The own ones come last: they wait for somebody else.
  const by = removers.find((who) => who !== actor.person) ?? removers[0];
  if (by === undefined) return NOTHING;
  const isTheirs = (name: string) => removerOf(name) === by;
  return { units: gone.units.filter(isTheirs), people: gone.people.filter(isTheirs), by };
}

/** The names are found on the revision that the asker saw. */
export const striking = useCase(strikeNames, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadToAct(service, number, action, context.actor);
  const { by, ...struck } = await toStrike(service, petition.state, context.actor);
  if (by !== null) await refuseLastResort(service, petition.state, by, context.actor);
  const command = { type: 'StrikeNames', ...body, struck, correctedBy: by } as const;
  return petitions.decide(asked, petition, command, petition.beforeDecision);
});
