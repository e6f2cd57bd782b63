import { type CaseMatter, isOneOf } from '@minh-bach/contracts';
import type { Actor, RecordedEvent } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  dueOf,
  isKept,
  openWorking,
  personRefs,
  toldRevision,
  unitRefs,
  urgingsOf,
  type Unit,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cases } from '../cases.ts';
import {
  assigningUnit,
  guides,
  guidingUnit,
  holdingUnit,
  judgingUnit,
  matterOf,
  urgedBy,
} from '../commands/judging-unit.ts';
import type { Received } from '../domain/case.state.ts';
import type { CaseEvent } from '../domain/case.events.ts';
import { STATE_WORDS } from '../domain/words.ts';
import { caseFile } from './case-file-page.ts';
import { guidanceOf } from './guidance-page.ts';
import { relationsOf } from './relations-page.ts';
import { words } from './opened-words.ts';

export class CasePageQuery extends Query<CaseMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

type Of<T extends CaseEvent['type']> = RecordedEvent<Extract<CaseEvent, { type: T }>>;

/** A case as those who work it see it, read from its stream; working text is opened by this read. */
@QueryHandler(CasePageQuery)
export class CasePageHandler implements IQueryHandler<CasePageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, actor }: CasePageQuery): Promise<CaseMatter> {
    const {
      stream,
      events: sealedEvents,
      state,
      isDenunciation,
    } = await cases.load(this.service, number, 'case.read', actor);
    const events = await openWorking(this.service, {
      actor,
      purpose: 'read-case',
      stream,
      events: sealedEvents,
    });
    const all = <T extends CaseEvent['type']>(type: T) =>
      events.filter(({ event }) => event.type === type) as Of<T>[];
    const now = this.service.clock.now();
    const [unit, person] = await Promise.all([
      unitRefs(this.service.organisation),
      personRefs(this.service.organisation, [
        state.assignee,
        ...events.map(({ metadata }) => metadata.actor.person),
        ...state.relations.map((one) => one.person),
      ]),
    ]);
    const opened = state.case;
    const assigning = await assigningUnit(this.service, state);
    return {
      case: opened.case,
      petitions: opened.petitions,
      revision: toldRevision(this.service.registry, sealedEvents),
      kind: opened.kind,
      instance: opened.instance,
      // As it came with the case: it may have been called a denunciation since (Luật Tố cáo Đ.56).
      gist: isDenunciation ? null : opened.gist,
      unit: unit(opened.competentUnit),
      respondentUnit: opened.respondentUnit === null ? null : unit(opened.respondentUnit),
      receivedOn: opened.receivedOn,
      acceptedOn: opened.acceptedOn,
      state: state.is,
      stateText: STATE_WORDS[state.is],
      assignee: state.assignee === null ? null : person(state.assignee),
      ...((await this.#hasLeft(state, assigning)) ? { holderLeft: true as const } : {}),
      assigning: assigning && unit(assigning.id),
      isKept: await isKept(this.service, matterOf(state), actor),
      clocks: Object.values(state.clocks.running).map((clock) => dueOf(clock, now)),
      notes: all('NoteAdded').map(({ event, metadata }) => ({
        at: metadata.recordedAt,
        by: person(metadata.actor.person).name,
        text: words(event.data.text),
      })),
      ...caseFile(events, person),
      guidance: guidanceOf(events, person, unit),
      mayGuide: state.awaitsGuidance && guides(await guidingUnit(this.service, state), actor),
      ...(await this.#urged(state, actor)),
      urgings: await urgingsOf(this.service, events),
      isDenunciation,
      relations: relationsOf(events, person, opened.kind, isDenunciation),
      judging: state.is === 'proposed' ? await this.#judging(state, actor) : null,
      drafts: drafts(all, person),
    };
  }

  async #urged(state: Received, actor: Actor): Promise<Pick<CaseMatter, 'holding' | 'mayUrge'>> {
    const unit = await unitRefs(this.service.organisation);
    const holding = unit(await holdingUnit(this.service, state));
    if (state.is === 'decided') return { holding, mayUrge: false };
    return { holding, mayUrge: (await urgedBy(this.service, state, actor)) !== null };
  }

  /** Of the unit of the case and of the one that assigns it: neither has its holder as a verifier. */
  async #hasLeft({ is, assignee, case: opened }: Received, assigning: Unit | null) {
    if (is !== 'assigned' || assignee === null) return false;
    const units = [...new Set([opened.competentUnit, ...(assigning ? [assigning.id] : [])])];
    const { organisation } = this.service;
    const held = units.map((unit) => organisation.holds(assignee, 'verifier', unit));
    return !(await Promise.all(held)).includes(true);
  }

  async #judging(state: Received, actor: Actor): Promise<CaseMatter['judging']> {
    const unit = await judgingUnit(this.service, state);
    return {
      unit: unit && { id: unit.id, name: unit.name },
      // A deputy of a worker may not judge it either.
      excluded: [...state.workers, ...(isOneOf(state.workers, actor) ? [actor.person] : [])],
    };
  }
}

/** Every draft with what became of it. */
function drafts(
  all: <T extends CaseEvent['type']>(type: T) => Of<T>[],
  person: (id: string) => { id: string; name: string },
): CaseMatter['drafts'] {
  const proposed = all('ConclusionProposed');
  const approved = new Set(all('ConclusionApproved').map(({ event }) => event.data.version));
  const returned = new Map(
    all('ConclusionReturned').map(({ event: { data } }) => [data.version, data.note] as const),
  );
  const last = proposed.at(-1)?.event.data.version;
  return proposed.map(({ event: { data }, metadata }) => ({
    version: data.version,
    at: metadata.recordedAt,
    by: person(metadata.actor.person),
    conclusion: data.conclusion,
    findings: words(data.findings),
    law: data.law,
    measures: words(data.measures),
    status: approved.has(data.version)
      ? 'approved'
      : returned.has(data.version)
        ? 'returned'
        : data.version === last
          ? 'proposed'
          : 'superseded',
    returnNote: words(returned.get(data.version)),
  }));
}
