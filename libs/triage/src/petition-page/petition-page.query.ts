import type { TriageMatter } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  dueOf,
  openWorking,
  personRefs,
  respondentRefs,
  unitRefs,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { handlingOf, mayHandle } from '../handling/handling.ts';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { propose } from '../proposal/propose.ts';
import { RECLASSIFICATION_WORDS, STATE_WORDS } from '../words.ts';

export class TriagePageQuery extends Query<TriageMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** A petition for who decides on it: clocks, proposal, notes; read from its stream. */
@QueryHandler(TriagePageQuery)
export class TriagePageHandler implements IQueryHandler<TriagePageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, actor }: TriagePageQuery): Promise<TriageMatter> {
    const petition = await loadPetition(this.service, number, 'petition.read', actor);
    const { state, events, taken, isDenunciation } = petition;
    const now = this.service.clock.now();
    const unit = await unitRefs(this.service.organisation);
    const undecided = state.is === 'taken' || state.is === 'classified';
    const accepted = events
      .map(({ event }) => event)
      .find((event) => event.type === 'PetitionAccepted');
    const settled = events
      .map(({ event }) => event)
      .find((event) => event.type === 'PetitionSettled');
    return {
      number: state.petition,
      revision: events.length - 1,
      state: state.is,
      stateText: state.reclassification ? RECLASSIFICATION_WORDS : STATE_WORDS[state.is],
      declaredKind: taken.event.data.declaredKind,
      kind: state.kind,
      unit: unit(state.unit),
      receivedOn: state.receivedOn,
      respondentUnit: state.respondentUnit === null ? null : unit(state.respondentUnit),
      respondentRegistered: state.respondentRegistered,
      respondents: await this.#respondents(state),
      isDenunciation,
      gist: state.gist,
      case: accepted?.data.case ?? null,
      outcome: accepted ? 'accepted' : (settled?.data.outcome ?? null),
      clocks: Object.values(state.clocks.running).map((clock) => dueOf(clock, now)),
      proposal: undecided ? await propose(this.service, petition) : null,
      handling: await this.#handling(petition, actor),
      reclassification: await this.#reclassification(petition, actor),
      notes: await this.#notes(petition, actor),
    };
  }

  async #respondents({ petition, respondents, receivedOn }: LoadedPetition['state']) {
    const { shield } = this.service;
    const refs = await respondentRefs(this.service, await shield.protectionOf(petition));
    const days = new Map(respondents.people.map(({ tag, on }) => [tag, on]));
    const dayOf = async (id: string) => days.get(await shield.tagOf(id)) ?? receivedOn;
    const dated = refs.people.map(async (person) => ({ ...person, on: await dayOf(person.id) }));
    return { ...refs, people: await Promise.all(dated) };
  }

  async #handling(petition: LoadedPetition, actor: Actor): Promise<TriageMatter['handling']> {
    const { state, isDenunciation } = petition;
    const unit = await unitRefs(this.service.organisation);
    const isMine = await mayHandle(this.service, petition, actor);
    if (!isDenunciation) return { unit: unit(state.unit), isMine, hasMoved: false };
    const found = await handlingOf(this.service, state);
    const isOwn = found?.unit === state.unit && found.by === 'classifiers';
    return { unit: found && unit(found.unit), isMine, hasMoved: !isOwn };
  }

  async #reclassification(
    { stream, events, state: { reclassification: waits } }: LoadedPetition,
    actor: Actor,
  ): Promise<TriageMatter['reclassification']> {
    const last = events.findLast(({ event }) => event.type === 'ReclassificationProposed');
    if (!waits || !last) return null;
    const reading = { actor, purpose: 'read-petition', stream, events: [last] };
    const [opened] = await openWorking(this.service, reading);
    const person = await personRefs(this.service.organisation, [waits.proposer]);
    const { data } = opened!.event as Extract<PetitionEvent, { type: 'ReclassificationProposed' }>;
    return {
      kind: waits.kind,
      by: person(waits.proposer),
      at: waits.at,
      reason: typeof data.reason === 'string' ? data.reason : null,
    };
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
