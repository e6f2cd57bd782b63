import {
  HANDLERS,
  areOneWill,
  isLastResort,
  type Acting,
  type PetitionKind,
  isOneOf,
} from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import {
  handlingOf,
  handlingOfOther,
  isKeptByName,
  keptFromUrging,
  mayUrge,
  willSince,
  type Denunciation,
  type Handling,
  type Matter,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { LoadedPetition } from '../petition-stream.ts';

/**
 * A head chooses their deputies. So who deputised for a possible respondent since it was received reads
 * the denunciation, and decides nothing of it. `false` for every other petition.
 */
export async function actedForRespondent(
  { shield, organisation }: Pick<ServiceRuntime, 'shield' | 'organisation'>,
  { petition, keptSince }: Pick<Denunciation, 'petition' | 'keptSince'>,
  acting: Acting,
): Promise<boolean> {
  const kept = await shield.respondentsOf(petition);
  return isOneOf(await organisation.deputiesOf(kept, keptSince), acting);
}

/** Whether it falls to this person, in this role and for this unit. */
export const fallsTo = (handling: Handling | null, { person: who, role, unit }: Actor): boolean =>
  handling?.unit === unit &&
  handling.people.includes(who) &&
  HANDLERS[handling.by].some((may) => may === role);

/** What a petition becomes by the step that is asked for. */
export interface Becomes {
  readonly kind?: PetitionKind;
  readonly instance?: 1 | 2;
}

/** A head makes nothing but a first complaint of what names them. */
const matterOf = (
  { state: { unit, kind: before }, protection }: Pick<LoadedPetition, 'state' | 'protection'>,
  { kind = before, instance = 1 }: Becomes,
): Matter => ({
  petitions: [protection],
  unit,
  isFirstComplaint: before === 'complaint' && kind === 'complaint' && instance === 1,
  kind: before === 'complaint' ? before : kind,
});

/**
 * Of the own unit, as every petition; of a unit below only where the right has gone up, since nobody is
 * left in that unit whom it does not name.
 */
export async function mayHandle(
  service: ServiceRuntime,
  petition: Pick<LoadedPetition, 'state' | 'isDenunciation' | 'protection'>,
  actor: Actor,
  becomes: Becomes = {},
): Promise<boolean> {
  const { isDenunciation, protection } = petition;
  const { unit, keptSince } = petition.state;
  const matter = matterOf(petition, becomes);
  if (await isKeptByName(service, matter, actor)) return false;
  const denunciation = { petition: protection, unit, keptSince };
  if (await actedForRespondent(service, denunciation, actor)) return false;
  if (actor.unit === unit && !isLastResort(actor.role)) return true;
  const handling = isDenunciation
    ? handlingOf(service, denunciation)
    : handlingOfOther(service, matter);
  return fallsTo(await handling, actor);
}

/** The unit that this person may urge: the one that it falls to. @returns `null`: it is not theirs to urge */
export async function urgedBy(
  service: ServiceRuntime,
  {
    state: { unit: own, keptSince },
    isDenunciation,
    protection,
  }: Pick<LoadedPetition, 'state' | 'isDenunciation' | 'protection'>,
  actor: Pick<Actor, 'person' | 'unit'>,
): Promise<string | null> {
  const handling = isDenunciation
    ? await handlingOf(service, { petition: protection, unit: own, keptSince })
    : null;
  if (isDenunciation && handling?.by !== 'classifiers') return null;
  const to = handling?.unit ?? own;
  const kept = await keptFromUrging(service, [protection], own);
  return (await mayUrge(service, 'petition.urge', { to, kept }, actor)) ? to : null;
}

/**
 * No deputy of a respondent is a second person. Auditors and officers are only where nobody else is left.
 *
 * @param but the person whose step they would confirm, as they acted, and others who may not answer it
 */
export async function mayAnswer(
  service: ServiceRuntime,
  state: LoadedPetition['state'],
  but: readonly Acting[],
  actor: Actor,
): Promise<boolean> {
  if (await service.shield.isRespondent(actor, state.petition)) return false;
  if (await actedForRespondent(service, state, actor)) return false;
  if (!isLastResort(actor.role)) return true;
  return fallsTo(await secondsOf(service, state, but), actor);
}

/** Who may answer in place of these: where all in one place are one will with them, the next. */
async function secondsOf(
  service: ServiceRuntime,
  petition: Denunciation,
  but: readonly Acting[],
): Promise<Handling | null> {
  const out = but.map(({ person }) => person);
  const since = petition.keptSince;
  const willsOf = (all: readonly Acting[]) =>
    Promise.all(all.map((one) => willSince(service, one, since)));
  const will = (await willsOf(but)).flat();
  for (;;) {
    const handling = await handlingOf(service, petition, out);
    if (!handling) return null;
    const wills = await willsOf(handling.people.map((person) => ({ person })));
    if (!wills.every((other) => areOneWill(will, other))) return handling;
    out.push(...handling.people);
  }
}

/** @throws DomainError `NOT_FOUND`, as for what there is not */
export function refuseUnless(allowed: boolean): void {
  if (!allowed) throw new DomainError('NOT_FOUND');
}
