import { addressedBy, type ResponseMatter, type Role } from '@minh-bach/contracts';
import { localDate, type Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  dueOf,
  isKept,
  openWorking,
  personRefs,
  toldRevision,
  unitRefs,
  urgingsOf,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cases } from '../cases.ts';
import { issuingUnit, matterFor, sendingUnit } from '../issuing.ts';
import { waitsFor } from '../domain/close.ts';
import { lateSteps } from '../domain/urge.ts';
import { STATE_WORDS } from '../domain/words.ts';
import { urgedBy } from '../urging.ts';
import { waitingOf } from './waiting-of.ts';
import { publicationOf } from './publication-of.ts';
import { addresseesOf, isDeliveredToSender, isSentToSender } from './addressees-of.ts';

export class ResponsePageQuery extends Query<ResponseMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
    /** Of the acting post. */
    readonly roles: readonly Role[] = [],
  ) {
    super();
  }
}

/** The decision and its way to the petitioner, read from the stream. */
@QueryHandler(ResponsePageQuery)
export class ResponsePageHandler implements IQueryHandler<ResponsePageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, actor, roles }: ResponsePageQuery): Promise<ResponseMatter> {
    const {
      stream,
      events: sealedEvents,
      state,
    } = await cases.load(this.service, number, 'case.read', actor);
    const recorded = await openWorking(this.service, {
      actor,
      purpose: 'read-case',
      stream,
      events: sealedEvents,
    });
    const events = recorded.map(({ event }) => event);
    const issued = events.find((event) => event.type === 'DecisionIssued')?.data;
    const sent = events.find(isSentToSender)?.data;
    const delivered = events.find(isDeliveredToSender)?.data;
    const settled = events.findLast(
      (event) => event.type === 'DayConfirmed' && event.data.window !== undefined,
    )?.data;
    const window = (settled && 'window' in settled && settled.window) || delivered?.window;
    const now = this.service.clock.now();
    const { approvedBy = null } = state.concluded;
    const [unit, person] = await Promise.all([
      unitRefs(this.service.organisation),
      personRefs(this.service.organisation, [issued?.signer ?? null, approvedBy]),
    ]);
    const { concluded } = state;
    const issuing = state.is === 'requested' ? await issuingUnit(this.service, state) : null;
    const sentFrom = await sendingUnit(this.service, state);
    const kept = await isKept(this.service, matterFor(state, actor), actor);
    // The limit of resolution runs until the decision is issued.
    const waitingFor = state.is === 'requested' && concluded.clock ? [concluded.clock] : [];
    return {
      case: concluded.case,
      petitions: concluded.petitions,
      revision: toldRevision(this.service.registry, sealedEvents),
      unit: unit(concluded.unit),
      conclusion: concluded.conclusion,
      concludedOn: concluded.concludedOn,
      state: state.is,
      stateText: STATE_WORDS[state.is],
      clocks: [...waitingFor, ...Object.values(state.clocks.running)].map((c) => dueOf(c, now)),
      issuing: issuing === null ? null : unit(issuing),
      sentFrom: sentFrom === null ? null : unit(sentFrom),
      isKept: kept,
      waiting: await waitingOf(this.service, state, { actor, roles, isKept: kept }),
      kind: concluded.kind,
      instance: concluded.instance,
      approvedBy: approvedBy === null ? null : person(approvedBy),
      addressees: addresseesOf(state, events),
      addressedBy: addressedBy(concluded).law,
      urgings: await urgingsOf(this.service, recorded),
      mayUrge:
        lateSteps(state, now.toISOString()).length > 0 &&
        (await urgedBy(this.service, state, actor)) !== null,
      decision: issued
        ? {
            decisionNumber: issued.decisionNumber,
            issuedOn: issued.issuedOn,
            signer: person(issued.signer),
            text: typeof issued.text === 'string' ? issued.text : null,
          }
        : null,
      sending: sent ? { method: sent.method, sentOn: sent.sentOn } : null,
      deliveredOn: delivered?.receivedOn ?? null,
      publication: await publicationOf(this.service, { state, recorded, actor }),
      waitsFor: waitsFor(state, localDate(now.toISOString())),
      window: window ? dueOf(window, now) : null,
    };
  }
}
