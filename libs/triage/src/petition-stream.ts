import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import { readStream, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider, type Taken } from './domain/petition.decider.ts';
import type { PetitionEvent } from './domain/petition.events.ts';

const PREFIX = 'triage.petition-';
export const streamOfPetition = (number: string): string => `${PREFIX}${number}`;

/** A petition as its stream tells it now. */
export interface LoadedPetition {
  readonly stream: string;
  readonly events: readonly RecordedEvent<PetitionEvent>[];
  readonly taken: RecordedEvent<Extract<PetitionEvent, { type: 'PetitionTaken' }>>;
  readonly state: Taken;
}

/**
 * @param number of the petition, or of its case
 * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not the actor's to see
 */
export async function loadPetition(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const streams = await service.matters.streamsOf(number, action, actor.unit);
  const stream = streams.find((name) => name.startsWith(PREFIX));
  if (!stream) throw new DomainError('NOT_FOUND');
  const events = await readStream<PetitionEvent>(
    service.infrastructure.store,
    service.registry,
    stream,
  );
  const state = events.reduce(
    (s, r) => petitionDecider.evolve(s, r.event, r.metadata),
    petitionDecider.initialState,
  );
  const taken = events[0];
  if (state.is === 'unknown' || taken?.event.type !== 'PetitionTaken')
    throw new DomainError('NOT_FOUND');
  return { stream, events, taken: taken as LoadedPetition['taken'], state };
}
