import {
  HANDLED_BY,
  HANDLERS,
  areOneWill,
  isLastResort,
  ruleOf,
  type Acting,
  type HandledBy,
  type PetitionKind,
  isOneOf,
} from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import {
  isKeptByName,
  keptFrom,
  keptFromUrging,
  willSince,
  type Matter,
  type Petition,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { LoadedPetition } from '../petition-stream.ts';

/** Who handles a denunciation now. */
export interface Handling {
  readonly unit: string;
  readonly by: HandledBy;
  readonly people: readonly string[];
}

export interface Denunciation {
  readonly petition: Petition;
  readonly unit: string;
  /** ISO date: the earliest on which it was ever said to have been received. */
  readonly keptSince: string;
}

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

/**
 * Who may classify and decide a denunciation: in its unit everybody with the right whom it cannot be
 * about, and who deputised for none of those since it was received; where there is nobody, the nearest unit above that has somebody; at last the auditors, then the
 * officers for denunciations. It is worked out at every asking, so the right waits for no watcher.
 *
 * @param but people who must not, beside its respondents
 * @returns `null`: nobody in the whole line; an alarm tells of it (`handlerAlarmProjection`)
 */
export async function handlingOf(
  { shield, organisation }: Pick<ServiceRuntime, 'shield' | 'organisation'>,
  { petition, unit, keptSince }: Denunciation,
  but: readonly string[] = [],
): Promise<Handling | null> {
  const kept = await shield.respondentsOf(petition);
  const out = [...kept, ...but, ...(await organisation.deputiesOf(kept, keptSince))];
  for (const by of HANDLED_BY) {
    const found = await organisation.nearestWith(unit, HANDLERS[by], out);
    if (found) return { ...found, by };
  }
  return null;
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

/** The nearest unit that handles a petition of another kind: somebody there is not named in it. */
async function handlingOfOther(service: ServiceRuntime, matter: Matter): Promise<Handling | null> {
  const by = 'classifiers';
  const kept = await keptFrom(service, matter);
  const found = await service.organisation.nearestWith(matter.unit, HANDLERS[by], kept);
  return found && { ...found, by };
}

/**
 * The unit that this person may urge: the one that it falls to, where they head the unit directly above.
 * Where nobody who heads that one may see it, the next above takes its place.
 *
 * @returns `null`: it is not theirs to urge
 */
export async function urgedBy(
  service: ServiceRuntime,
  {
    state: { unit: own, keptSince },
    isDenunciation,
    protection,
  }: Pick<LoadedPetition, 'state' | 'isDenunciation' | 'protection'>,
  { person: who, unit }: Pick<Actor, 'person' | 'unit'>,
): Promise<string | null> {
  const { organisation } = service;
  const handling = isDenunciation
    ? await handlingOf(service, { petition: protection, unit: own, keptSince })
    : null;
  if (isDenunciation && handling?.by !== 'classifiers') return null;
  const to = handling?.unit ?? own;
  const above = await organisation.unitsAbove(to);
  const kept = await keptFromUrging(service, [protection], own);
  const nearest = await organisation.firstWith(above, ruleOf('petition.urge').roles, kept);
  return nearest?.unit === unit && nearest.people.includes(who) ? to : null;
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
