import type { TriageMatter } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, dueOf, openWorking, personRefs, unitRefs } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { propose } from '../proposal/propose.ts';
import { STATE_WORDS } from '../words.ts';

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
    const { state, events, taken } = petition;
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
      stateText: STATE_WORDS[state.is],
      declaredKind: taken.event.data.declaredKind,
      kind: state.kind,
      unit: unit(state.unit),
      receivedOn: state.receivedOn,
      respondentUnit: state.respondentUnit === null ? null : unit(state.respondentUnit),
      respondentRegistered: state.respondentRegistered,
      gist: state.gist,
      case: accepted?.data.case ?? null,
      outcome: accepted ? 'accepted' : (settled?.data.outcome ?? null),
      clocks: Object.values(state.clocks.running).map((clock) => dueOf(clock, now)),
      proposal: undecided ? await propose(this.service, petition) : null,
      notes: await this.#notes(petition, actor),
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
