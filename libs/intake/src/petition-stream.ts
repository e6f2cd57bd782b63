import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import { loadMatter, type LoadedMatter, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider, type PetitionRecord } from './domain/petition.decider.ts';
import {
  isRegistered,
  type PetitionEvent,
  type PetitionRegistered,
} from './domain/petition.events.ts';

const PETITIONS = { prefix: 'intake.petition-', decider: petitionDecider };
export const streamOfPetition = (number: string): string => `${PETITIONS.prefix}${number}`;

export interface LoadedPetition extends LoadedMatter<PetitionRecord, PetitionEvent> {
  readonly registered: RecordedEvent<PetitionRegistered>;
}

/** By its own number, or by its case's. @throws DomainError `NOT_FOUND` */
export async function loadPetition(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await loadMatter<PetitionRecord, PetitionEvent>(
    service,
    PETITIONS,
    number,
    action,
    actor,
  );
  const registered = loaded.events.find(isRegistered);
  if (!registered) throw new DomainError('NOT_FOUND');
  return { ...loaded, registered };
}
