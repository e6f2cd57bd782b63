import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import {
  MatterStreams,
  readStream,
  stateOf,
  type LoadedMatter,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { petitionDecider, type PetitionRecord } from './domain/petition.decider.ts';
import {
  isRegistered,
  type PetitionEvent,
  type PetitionRegistered,
} from './domain/petition.events.ts';

export const petitions = new MatterStreams('intake.petition-', petitionDecider);

export type RegisteredPetition = Extract<PetitionRecord, { is: 'registered' }>;

/**
 * Luật Tố cáo Đ.56: what a denunciation says may tell who denounces. Whatever it was registered as, where
 * `isDenunciation` it opens as the identity does, by a disclosure; the log keeps it as it was written.
 */
export interface LoadedPetition extends LoadedMatter<RegisteredPetition, PetitionEvent> {
  readonly registered: RecordedEvent<PetitionRegistered>;
}

/**
 * Who works on the case and not on the paper comes when there is a case, and to no denunciation: until
 * then it is as unknown to him as a number that nobody has.
 *
 * @throws DomainError `NOT_FOUND`
 */
function refuseWithoutCase(
  { role }: Actor,
  { state, isDenunciation }: Pick<LoadedPetition, 'state' | 'isDenunciation'>,
): void {
  const worksOnCase = role === 'verifier' || role === 'clerk';
  if (worksOnCase && (state.case === null || isDenunciation)) throw new DomainError('NOT_FOUND');
}

/** By its own number, or by its case's, for who may know of it. @throws DomainError `NOT_FOUND` */
export async function loadPetition(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await petitions.load(service, number, action, actor);
  const registered = loaded.events.find(isRegistered);
  if (!registered) throw new DomainError('NOT_FOUND');
  refuseWithoutCase(actor, loaded);
  return { ...loaded, registered };
}

/** As its stream tells it now, for the service itself. */
export async function readPetition(
  { infrastructure, registry }: ServiceRuntime,
  number: string,
): Promise<Pick<LoadedPetition, 'registered' | 'state'> | undefined> {
  const stream = petitions.nameOf(number);
  const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
  const registered = events.find(isRegistered);
  const state = stateOf(petitions.decider, events);
  return registered && state.is === 'registered' ? { registered, state } : undefined;
}
