import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import {
  isKept,
  MatterStreams,
  type Loaded,
  type LoadedMatter,
  type Petition,
  type Protection,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { petitionDecider } from './domain/petition.decider.ts';
import type { Taken, TriageState } from './domain/petition.state.ts';
import type { PetitionEvent } from './domain/petition.events.ts';
import { actedForRespondent, mayHandle, refuseUnless, type Becomes } from './handling/handling.ts';

export const petitions = new MatterStreams('triage.petition-', petitionDecider);

type PetitionTaken = Extract<PetitionEvent, { type: 'PetitionTaken' }>;

/** A petition as its stream tells it now. */
export interface LoadedPetition extends LoadedMatter<Taken, PetitionEvent> {
  readonly taken: RecordedEvent<PetitionTaken>;
  readonly protection: Protection;
  /** For its commands: what was asked of it is asked again where somebody wrote to it since. */
  readonly beforeDecision: (decided: Pick<Loaded<TriageState>, 'revision'>) => Promise<void>;
}

const isTaken = (
  recorded: RecordedEvent<PetitionEvent>,
): recorded is RecordedEvent<PetitionTaken> => recorded.event.type === 'PetitionTaken';

const whereChanged =
  (
    { events }: Pick<LoadedPetition, 'events'>,
    ask: () => Promise<unknown>,
  ): LoadedPetition['beforeDecision'] =>
  async ({ revision }) => {
    if (revision !== events.at(-1)?.revision) await ask();
  };

/** By its own number, or by its case's, for who may know of it. @throws DomainError `NOT_FOUND` */
export async function loadPetition(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await petitions.load(service, number, action, actor);
  const taken = loaded.events.find(isTaken);
  if (!taken) throw new DomainError('NOT_FOUND');
  const { petition } = loaded.state;
  const judged = loaded.protections.find((one) => one.petition === petition);
  const protection = await service.shield.protectionOf(judged ?? petition);
  const again = () => loadPetition(service, number, action, actor);
  return { ...loaded, taken, protection, beforeDecision: whereChanged(loaded, again) };
}

/**
 * For commands that are not for those who handle it. A person whom it names does none of them, the head
 * whose first complaint it is neither, nor who deputised for a respondent. @throws DomainError `NOT_FOUND`
 */
export async function loadToAct(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await loadPetition(service, number, action, actor);
  const { protection: petition, state } = loaded;
  refuseUnless(!(await isKeptFrom(service, { ...state, petition }, actor)));
  const again = () => loadToAct(service, number, action, actor);
  return { ...loaded, beforeDecision: whereChanged(loaded, again) };
}

/** Also in a first complaint. Who deputised for a respondent of a denunciation since it was received is kept, too. */
export const isKeptFrom = (
  service: ServiceRuntime,
  {
    petition,
    unit,
    kind,
    keptSince: receivedOn,
  }: { readonly petition: Petition } & Pick<Taken, 'unit' | 'kind' | 'keptSince'>,
  actor: Actor,
): Promise<boolean> => {
  const matter = { petitions: [petition], unit, kind, receivedOn, isFirstComplaint: false };
  return isKept(service, matter, actor);
};

/** From who sent it, as intake is asked: who deputised for a person whom it names, too, while others are left. */
export const isKeptFromSender = (
  service: ServiceRuntime,
  { state, protection }: Pick<LoadedPetition, 'state' | 'protection'>,
  actor: Actor,
): Promise<boolean> => {
  const { unit, kind, keptSince: receivedOn } = state;
  const matter = { petitions: [protection], unit, kind, receivedOn, isFirstComplaint: false };
  return isKept(service, { ...matter, opensSender: { action: 'petition.open-original' } }, actor);
};

/** To call it a denunciation; a person whom it names is told why not. @throws DomainError `NOT_FOUND` */
export async function loadToCall(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await loadPetition(service, number, action, actor);
  const { protection: petition, state } = loaded;
  refuseUnless(!(await actedForRespondent(service, { ...state, petition }, actor)));
  const again = () => loadToCall(service, number, action, actor);
  return { ...loaded, beforeDecision: whereChanged(loaded, again) };
}

/** For who may classify and decide it: a denunciation always has somebody. @throws DomainError `NOT_FOUND` */
export async function loadToHandle(
  service: ServiceRuntime,
  number: string,
  actor: Actor,
  becomes: Becomes = {},
): Promise<LoadedPetition> {
  const loaded = await loadPetition(service, number, 'petition.read', actor);
  refuseUnless(await mayHandle(service, loaded, actor, becomes));
  const again = () => loadToHandle(service, number, actor, becomes);
  return { ...loaded, beforeDecision: whereChanged(loaded, again) };
}
