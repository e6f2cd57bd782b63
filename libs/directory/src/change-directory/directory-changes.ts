import { localDate } from '@minh-bach/kernel';
import { ServiceRuntime, readStream, stateOf, type RequestContext } from '@minh-bach/platform';
import { Injectable } from '@nestjs/common';
import { entryDecider, entryToday } from '../domain/entry.decider.ts';
import type { Entry, EntryEvent } from '../domain/entry.events.ts';
import { concerned, sameEntry, takes, type Takes } from '../domain/takes.ts';
import { findOpen, propose } from '../proposals/propose.ts';
import { refuseTakenSubject, takeSubject } from '../subjects/take-subject.ts';
import { endsTooMany, noteEnding } from './endings.ts';
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
import { Turns } from './turns.ts';

/** What became of a change: recorded, or proposed for another administrator to decide. */
export interface Changed {
  /** Of the entry's stream. */
  readonly revision: number;
  readonly position?: string;
  /** Set: nothing has changed yet. */
  readonly proposal: string | null;
}

/** The one way an entry of the directory changes. */
@Injectable()
export class DirectoryChanges {
  readonly turns: Turns;

  constructor(private readonly service: ServiceRuntime) {
    this.turns = new Turns(service);
  }

  /**
   * The product itself records at once: the demo, and the first administrators. People wait their turn;
   * what gives a right is proposed only.
   *
   * @throws DomainError whatever the decider and `refuseChange` refuse; `SECOND_ADMINISTRATOR_MISSING`
   */
  change(entry: Entry, context: RequestContext): Promise<Changed> {
    if (context.actor.role === 'system') return this.#bySystem(entry, context);
    return this.turns.take(() => this.#inTurn(entry, context));
  }

  /** In a turn, and agreed by as many as it takes. */
  async record(entry: Entry, context: RequestContext): Promise<Changed> {
    if (entry.kind === 'person') await takeSubject(this.service, entry, context);
    const { revision, position } = await this.service.run(await this.recording(entry, context));
    return { revision, proposal: null, ...(position === undefined ? {} : { position }) };
  }

  async recording(entry: Entry, context: RequestContext) {
    const powers = new Powers(this.service.rights.dataSource);
    const today = localDate(this.service.clock.now());
    const bySystem = context.actor.role === 'system';
    const asks = entry.kind === 'post' && !bySystem;
    const otherRoles = asks ? await powers.rolesBeside(entry) : [];
    const endedDuties = bySystem ? [] : await dutiesEndedBy(powers, entry, today);
    return {
      decider: entryDecider,
      stream: streamOf(entry),
      command: { type: 'RecordEntry', entry, otherRoles, endedDuties } as const,
      context,
    };
  }

  async load(entry: Entry) {
    const { store } = this.service.infrastructure;
    const history = await readStream<EntryEvent>(store, this.service.registry, streamOf(entry));
    const revision = history.at(-1)?.revision ?? -1;
    return { history, revision, before: stateOf(entryDecider, history) };
  }

  async #bySystem(entry: Entry, context: RequestContext): Promise<Changed> {
    const { history, before } = await this.load(entry);
    if (entry.kind === 'person' && !isKnown(history, context))
      await refuseTakenSubject(this.service, entry, before, context);
    return this.record(entry, context);
  }

  async #inTurn(asked: Entry, context: RequestContext): Promise<Changed> {
    const { service } = this;
    await refuseFormer(service, context);
    const { history, before, revision } = await this.load(asked);
    // 1. A retry is answered from what is stored.
    if (isKnown(history, context)) return this.record(asked, context);

    // 2. What the entry itself forbids.
    await service.check(await this.recording(asked, context));
    const now = service.clock.now().toISOString();
    const entry = entryToday(asked, before, { actor: context.actor, now });
    if (before && sameEntry(before, entry)) return { revision, proposal: null };

    // 3. What other entries forbid; what only takes rights away is hindered by less.
    const people = concerned(entry, before);
    const needed = await this.#needed(entry, before, people, context);
    if (needed === 'ending') {
      await refuseTooFew(service, entry);
      if (context.actor.role === 'administrator') await noteEnding(service, [...people], context);
      return this.record(asked, context);
    }
    if (context.actor.role === 'administrator') await refuseAlone(service);
    await refuseChange(service, entry, before, context);

    // 4. By a head; or proposed by one administrator, and decided by another.
    if (needed === 'head') return this.record(asked, context);
    const open = await findOpen(service, entry, revision);
    const proposal = { entry, before, revision, concerned: [...people] };
    return open ? { revision, proposal: open } : propose(service, proposal, context);
  }

  /** A head appoints and ends deputies in the own post alone. */
  async #needed(
    entry: Entry,
    before: Entry | null,
    people: readonly string[],
    context: RequestContext,
  ): Promise<Takes | 'head'> {
    const { actor } = context;
    const today = localDate(this.service.clock.now());
    const known = await Promise.all(people.map((person) => administers(this.service, person)));
    const powers = new Powers(this.service.rights.dataSource);
    const needed = takes(entry, before, {
      today,
      isAdministrator: known.includes(true),
      isLast:
        (await endsLastAuditor(powers, entry, today)) ||
        (await endsLastHead(powers, this.service.organisation, entry, today)),
      isOneTooMany:
        actor.role === 'administrator' && (await endsTooMany(this.service, people, context)),
    });
    return actor.role === 'administrator' || needed === 'ending' ? needed : 'head';
  }
}

export const streamOf = ({ kind, id }: Entry): string => `directory.${kind}-${id}`;
