import {
  TRIAGE_STATE_WORDS,
  roleFor,
  type Acting,
  type Action,
  type TriageMatter,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  areOneWillSince,
  handlingOf,
  dueOf,
  isOfUrging,
  openWorking,
  personRefs,
  respondentRefs,
  toldRevision,
  unitRefs,
  urgingsOf,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { spentToday } from '../domain/per-day.ts';
import { NOBODY, type NewlyNamed } from '../domain/respondents.ts';
import { toStrike } from '../commands/strike.ts';
import { mayAnswer, mayHandle, urgedBy } from '../handling/handling.ts';
import { mergedOf } from '../merged/merged-of.ts';
import { isKeptFrom, loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { propose } from '../proposal/propose.ts';
import { AWAITING_WORDS, STATE_WORDS } from '../domain/words.ts';

export class TriagePageQuery extends Query<TriageMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
    /** Of the acting post. */
    readonly roles: readonly string[] = [actor.role],
  ) {
    super();
  }

  /** The asker as the one who does this: another right may be another role of the same post. */
  actorFor(action: Action): Actor | undefined {
    const role = roleFor(action, this.roles);
    return role && { ...this.actor, role };
  }
}

type Proposal = Extract<PetitionEvent, { type: 'ReclassificationProposed' | 'SettlementProposed' }>;
const isProposal = (event: PetitionEvent): event is Proposal =>
  event.type === 'ReclassificationProposed' || event.type === 'SettlementProposed';

/** A petition for who decides on it: clocks, proposal, notes; read from its stream. */
@QueryHandler(TriagePageQuery)
export class TriagePageHandler implements IQueryHandler<TriagePageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute(asked: TriagePageQuery): Promise<TriageMatter> {
    const { number, actor } = asked;
    const petition = await loadPetition(this.service, number, 'petition.read', actor);
    const { state, events, taken, isDenunciation, protection } = petition;
    const now = this.service.clock.now();
    const unit = await unitRefs(this.service.organisation);
    const undecided = state.is === 'taken' || state.is === 'classified';
    const accepted = events
      .map(({ event }) => event)
      .find((event) => event.type === 'PetitionAccepted');
    const settled = events
      .map(({ event }) => event)
      .find((event) => event.type === 'PetitionSettled');
    const merged = state.mergedInto === null ? undefined : 'merged';
    const ended = merged ?? state.progress ?? settled?.data.outcome;
    const stands = ended ? TRIAGE_STATE_WORDS[ended] : STATE_WORDS[state.is];
    return {
      number: state.petition,
      revision: toldRevision(this.service.registry, events),
      state: state.is,
      stateText: state.proposed ? AWAITING_WORDS : stands,
      declaredKind: taken.event.data.declaredKind,
      kind: state.kind,
      unit: unit(state.unit),
      receivedOn: state.receivedOn,
      respondentUnit: state.respondentUnit === null ? null : unit(state.respondentUnit),
      respondentRegistered: state.respondentRegistered,
      respondents: await this.#respondents(petition),
      corrected: await this.#corrected(petition, asked),
      isDenunciation,
      isKept: await isKeptFrom(this.service, { ...state, petition: protection }, actor),
      gist: state.gist,
      case: accepted?.data.case ?? null,
      outcome: accepted ? 'accepted' : (merged ?? settled?.data.outcome ?? null),
      merged: await mergedOf(this.service, petition, actor, asked.roles),
      clocks: Object.values(state.clocks.running).map((clock) => dueOf(clock, now)),
      proposal: undecided ? await propose(this.service, petition) : null,
      handling: await this.#handling(petition, asked),
      proposed: await this.#proposed(petition, asked),
      urgings: await this.#urgings(petition, actor),
      notes: await this.#notes(petition, actor),
    };
  }

  async #respondents({ protection, taken, state: { respondents } }: LoadedPetition) {
    const { shield } = this.service;
    const refs = await respondentRefs(this.service, protection);
    const days = new Map(respondents.people.map(({ tag, on }) => [tag, on]));
    // As the registration named them by post and day.
    const { receivedOn } = taken.event.data;
    const dayOf = async (id: string) => days.get(await shield.tagOf(id)) ?? receivedOn;
    const dated = refs.people.map(async (person) => ({ ...person, on: await dayOf(person.id) }));
    return { ...refs, people: await Promise.all(dated) };
  }

  async #corrected(
    petition: LoadedPetition,
    asked: TriagePageQuery,
  ): Promise<TriageMatter['corrected']> {
    const { shield, organisation } = this.service;
    const { units, people, by, isOwn } = await toStrike(this.service, petition, asked.actor);
    if (by === null || !(await this.#mayAnswer(petition, [by], asked))) return null;
    const ids = await shield.peopleWith(people);
    const unit = await unitRefs(organisation);
    const person = await personRefs(organisation, [...ids, by.person]);
    return {
      units: units.map(unit),
      people: ids.map(person),
      by: person(by.person),
      isOwn,
    };
  }

  async #handling(
    petition: LoadedPetition,
    asked: TriagePageQuery,
  ): Promise<TriageMatter['handling']> {
    const { state, isDenunciation, protection } = petition;
    const unit = await unitRefs(this.service.organisation);
    const handler = asked.actorFor('petition.classify');
    const isMine = handler !== undefined && (await mayHandle(this.service, petition, handler));
    const isUndecided = state.is === 'taken' || state.is === 'classified';
    const mayUrge = isUndecided && (await urgedBy(this.service, petition, asked.actor)) !== null;
    if (!isDenunciation) return { unit: unit(state.unit), isMine, hasMoved: false, mayUrge };
    const found = await handlingOf(this.service, { ...state, petition: protection });
    const isOwn = found?.unit === state.unit && found.by === 'classifiers';
    return { unit: found && unit(found.unit), isMine, hasMoved: !isOwn, mayUrge };
  }

  async #mayAnswer(
    { state, protection }: LoadedPetition,
    but: readonly Acting[],
    asked: TriagePageQuery,
  ): Promise<boolean> {
    const second = asked.actorFor('petition.confirm-decision');
    if (second === undefined) return false;
    const petition = { ...state, petition: protection };
    return (
      !(await isKeptFrom(this.service, petition, second)) &&
      (await mayAnswer(this.service, state, but, second))
    );
  }

  async #proposed(
    petition: LoadedPetition,
    asked: TriagePageQuery,
  ): Promise<TriageMatter['proposed']> {
    const { stream, events, state } = petition;
    const { actor } = asked;
    const { proposed, respondentRegistered } = state;
    const last = events.findLast(({ event }) => isProposal(event));
    if (!proposed || !last) return null;
    const reading = { actor, purpose: 'read-petition', stream, events: [last] };
    const [opened] = await openWorking(this.service, reading);
    const person = await personRefs(this.service.organisation, [proposed.proposer.person]);
    const { reason } = (opened!.event as Proposal).data;
    const out = [proposed.proposer, ...spentToday(state, this.service.clock.now())];
    return {
      ...(proposed.what === 'settlement'
        ? {
            decision: { what: proposed.what, outcome: proposed.outcome },
            competentBody: proposed.competentBody,
          }
        : { decision: { what: proposed.what, kind: proposed.kind }, competentBody: null }),
      names:
        proposed.what === 'settlement' || respondentRegistered
          ? null
          : await this.#named(proposed.named),
      by: person(proposed.proposer.person),
      isOwn: await areOneWillSince(this.service, state.keptSince, proposed.proposer, actor),
      mayAnswer: await this.#mayAnswer(petition, out, asked),
      at: proposed.at,
      reason: typeof reason === 'string' ? reason : null,
    };
  }

  /** What a confirmation puts on record of them. */
  async #named({ respondentUnit, respondents = NOBODY }: NewlyNamed) {
    const refs = await respondentRefs(this.service, {
      units: [...new Set([...(respondentUnit ? [respondentUnit] : []), ...respondents.units])],
      people: respondents.people.map(({ tag }) => tag),
    });
    return refs.units.length + refs.people.length === 0 ? null : refs;
  }

  async #urgings({ stream, events }: LoadedPetition, actor: Actor) {
    const reading = { actor, purpose: 'read-petition', stream, events: events.filter(isOfUrging) };
    return urgingsOf(this.service, await openWorking(this.service, reading));
  }

  async #notes({ stream, events }: LoadedPetition, actor: Actor): Promise<TriageMatter['notes']> {
    const notes = await openWorking(this.service, {
      actor,
      purpose: 'read-petition',
      stream,
      events: events.filter(({ event }) => event.type === 'NoteAdded'),
    });
    const person = await personRefs(
      this.service.organisation,
      notes.map(({ metadata }) => metadata.actor.person),
    );
    return notes.map(({ event, metadata }) => ({
      at: metadata.recordedAt,
      by: person(metadata.actor.person).name,
      text:
        event.type === 'NoteAdded' && typeof event.data.text === 'string' ? event.data.text : null,
    }));
  }
}
