import type { RequestContext } from '@minh-bach/http';
import { localDate } from '@minh-bach/kernel';
import { readStream, stateOf, type ServiceRuntime } from '@minh-bach/platform';
import { entryDecider, entryToday } from '../domain/entry.decider.ts';
import type { Entry, EntryEvent } from '../domain/entry.events.ts';
import { concerned, sameEntry, takes, type Takes } from '../domain/takes.ts';
import { findOpen, propose } from '../proposals/propose.ts';
import { refuseTakenSubject, takeSubject } from '../subjects/take-subject.ts';
import { noteAppointment } from './appointments.ts';
import { endsTooMany, noteEnding } from './endings.ts';
import { inTurn } from './in-turn.ts';
import { isKnown } from './is-known.ts';
import { dutiesEndedBy, endsLastAuditor, endsLastHead } from './last-of-duty.ts';
import { Powers } from './powers.ts';
import {
  administers,
  refuseAlone,
  refuseChange,
  refuseFormer,
  refuseTooFew,
} from './refuse-change.ts';

/** What became of a change: recorded, or proposed for another administrator to decide. */
export interface Changed {
  /** Of the entry's stream. */
  readonly revision: number;
  readonly position?: string;
  /** Set: nothing has changed yet. */
  readonly proposal: string | null;
}

/**
 * The one way an entry of the directory changes. The product itself records at once: the demo, and the
 * first administrators. People wait their turn; what gives a right is proposed only.
 *
 * @throws DomainError whatever the decider and `refuseChange` refuse; `SECOND_ADMINISTRATOR_MISSING`
 */
export function changeEntry(
  service: ServiceRuntime,
  entry: Entry,
  context: RequestContext,
): Promise<Changed> {
  if (context.actor.role === 'system') return bySystem(service, entry, context);
  return inTurn(service, () => byPerson(service, entry, context));
}

/** In a turn, and agreed by as many as it takes. */
export async function record(
  service: ServiceRuntime,
  entry: Entry,
  context: RequestContext,
): Promise<Changed> {
  const { history } = await loadEntry(service, entry);
  // A retry has it already; and its body may be another one, which is refused next.
  if (entry.kind === 'person' && !isKnown(history, context))
    await takeSubject(service, entry, context);
  const { revision, position } = await service.run(await recording(service, entry, context));
  return { revision, proposal: null, ...(position === undefined ? {} : { position }) };
}

export async function recording(service: ServiceRuntime, entry: Entry, context: RequestContext) {
  const powers = new Powers(service.rights.dataSource);
  const today = localDate(service.clock.now());
  const isBySystem = context.actor.role === 'system';
  const asks = entry.kind === 'post' && !isBySystem;
  const otherRoles = asks ? await powers.rolesBeside(entry) : [];
  const endedDuties = isBySystem ? [] : await dutiesEndedBy(powers, entry, today);
  return {
    decider: entryDecider,
    stream: streamOf(entry),
    command: { type: 'RecordEntry', entry, otherRoles, endedDuties } as const,
    context,
  };
}

export async function loadEntry({ infrastructure, registry }: ServiceRuntime, entry: Entry) {
  const history = await readStream<EntryEvent>(infrastructure.store, registry, streamOf(entry));
  const revision = history.at(-1)?.revision ?? -1;
  return { history, revision, before: stateOf(entryDecider, history) };
}

async function bySystem(service: ServiceRuntime, entry: Entry, context: RequestContext) {
  const { history, before } = await loadEntry(service, entry);
  if (entry.kind === 'person' && !isKnown(history, context))
    await refuseTakenSubject(service, entry, before, context);
  return record(service, entry, context);
}

async function byPerson(
  service: ServiceRuntime,
  asked: Entry,
  context: RequestContext,
): Promise<Changed> {
  await refuseFormer(service, context);
  const { history, before, revision } = await loadEntry(service, asked);
  // 1. A retry is answered from what is stored.
  if (isKnown(history, context)) return record(service, asked, context);

  // 2. What the entry itself forbids.
  await service.check(await recording(service, asked, context));
  const now = service.clock.now().toISOString();
  const entry = entryToday(asked, before, { actor: context.actor, now });
  if (before && sameEntry(before, entry)) return { revision, proposal: null };

  // 3. What other entries forbid; what only takes rights away is hindered by less.
  const people = concerned(entry, before);
  const needed = await neededFor(service, entry, before, people, context);
  if (needed === 'ending') {
    await refuseTooFew(service, entry);
    if (context.actor.role === 'administrator') await noteEnding(service, [...people], context);
    return record(service, asked, context);
  }
  if (context.actor.role === 'administrator') await refuseAlone(service);
  await refuseChange(service, entry, before, context, 'waits');

  // 4. By a head; or proposed by one administrator, and decided by another.
  if (needed === 'head') {
    await noteAppointment(service, entry, context);
    return record(service, asked, context);
  }
  const open = await findOpen(service, entry, revision);
  const proposal = { entry, before, revision, concerned: [...people] };
  return open ? { revision, proposal: open } : propose(service, proposal, context);
}

/** A head appoints and ends deputies in the own post alone. */
async function neededFor(
  service: ServiceRuntime,
  entry: Entry,
  before: Entry | null,
  people: readonly string[],
  context: RequestContext,
): Promise<Takes | 'head'> {
  const { actor } = context;
  const today = localDate(service.clock.now());
  const known = await Promise.all(people.map((person) => administers(service, person)));
  const powers = new Powers(service.rights.dataSource);
  const needed = takes(entry, before, {
    today,
    isAdministrator: known.includes(true),
    isLast:
      (await endsLastAuditor(powers, entry, today)) ||
      (await endsLastHead(powers, service.organisation, entry, today)),
    isOneTooMany: actor.role === 'administrator' && (await endsTooMany(service, people, context)),
  });
  return actor.role === 'administrator' || needed === 'ending' ? needed : 'head';
}

export const streamOf = ({ kind, id }: Entry): string => `directory.${kind}-${id}`;
