import { strikeNames } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { struckNames, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { refuseLastResort } from '../handling/handling.ts';
import { loadPetition, petitions, type LoadedPetition } from '../petition-stream.ts';

const NOBODY = { units: [], people: [] };

/**
 * What a second person would strike: names that the last word no longer has. Nothing where one of the
 * two may be a respondent, as things stand: a correction opens nothing to those who make it. A name that
 * a respondent took out earlier waits until somebody else names it again and takes it out.
 */
export async function toStrike(
  { shield }: Pick<ServiceRuntime, 'shield'>,
  { petition, correctedBy, removedBy }: LoadedPetition['state'],
  actor: Pick<Actor, 'person' | 'deputyFor'>,
) {
  if (correctedBy === null) return NOBODY;
  const protection = { ...(await shield.protectionOf(petition)), isDenunciation: true };
  const kept = await shield.respondentsOf(protection);
  const asking = [correctedBy, actor.person, actor.deputyFor];
  if (asking.some((person) => person !== undefined && kept.includes(person))) return NOBODY;
  const { units, people } = struckNames(protection);
  const isOpen = (name: string) => !kept.includes(removedBy.get(name) ?? '');
  return { units: units.filter(isOpen), people: people.filter(isOpen) };
}

/** The names are found on the revision that the asker saw. */
export const striking = useCase(strikeNames, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadPetition(service, number, action, context.actor);
  const { correctedBy } = petition.state;
  if (correctedBy !== null)
    await refuseLastResort(service, petition.state, correctedBy, context.actor);
  const struck = await toStrike(service, petition.state, context.actor);
  const command = { type: 'StrikeNames', ...body, struck } as const;
  return petitions.decide(asked, petition, command, petition.beforeDecision);
});
