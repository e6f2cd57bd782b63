import {
  NOTHING_YET,
  NOT_URGED,
  NO_CLOCKS,
  actingOf,
  evolveBreach,
  evolveClocks,
  evolveRecalculated,
  evolveUrging,
  evolveWithdrawn,
  type Acting,
  type Channel,
  type ClockChanges,
  type OpenClocks,
  type PerDay,
  type PetitionKind,
  type Refusal,
  type RespondentsFact,
  type Urging,
} from '@minh-bach/contracts';
import { earlier, type Actor, type Decider } from '@minh-bach/kernel';
import type { Handler } from './handling.ts';
import { countedToday } from './per-day.ts';
import type { CaseProgress } from './case-progress.ts';
import { evolveMerge } from './merge.ts';
import { metAfter, type Met } from './note-receipt.ts';
import type { PetitionEvent } from './petition.events.ts';
import type { ProposedDecision } from './proposed-decision.ts';
import { NOBODY, everUnitsAfter, isSomebody, namesAfter, unitsIn } from './respondents.ts';

export interface Taken extends Urging {
  readonly is: 'taken' | 'classified' | 'accepted' | 'settled';
  readonly petition: string;
  readonly unit: string;
  readonly kind: PetitionKind;
  /** Declared or found to be one once. */
  readonly everDenunciation: boolean;
  readonly receivedOn: string;
  /**
   * The earliest day on which it was ever said to have been received. Who deputised for a respondent since
   * then is kept out: a correction lets nobody in.
   */
  readonly keptSince: string;
  readonly channel: Channel;
  /** Its number, once it was accepted. */
  readonly case: string | null;
  readonly respondentUnit: string | null;
  readonly respondents: RespondentsFact;
  /**
   * All units that it ever named, and the one that received it where it named none at first; until two
   * persons strike them out.
   */
  readonly everUnits: readonly string[];
  /** The registration or a correction names somebody: a classification does not. */
  readonly respondentRegistered: boolean;
  /**
   * Units and tags that corrections took out and did not bring back, with the person who did. Of a petition
   * that named no unit, the first one takes out the unit that received it.
   */
  readonly removedBy: ReadonlyMap<string, Acting>;
  readonly gist: string | null;
  readonly today: PerDay;
  /** Waits for a second person. */
  readonly proposed: ProposedDecision | null;
  readonly handler: Handler;
  /** The petition that it is dealt with in. */
  readonly mergedInto: string | null;
  /** Where it stood before. */
  readonly beforeMerging: 'taken' | 'classified';
  /** Petitions that are merged into this one. */
  readonly holds: readonly string[];
  /** The same, with those that were taken out since. */
  readonly everHeld: readonly string[];
  /** What it was merged into when one of the two was called a denunciation: names of either go to both. */
  readonly calledWith: readonly string[];
  /** How far its case has come, where that was told. */
  readonly progress: CaseProgress | null;
  readonly clocks: OpenClocks;
  /** Clocks that were met, for corrections. */
  readonly met: readonly Met[];
}
export type TriageState = { readonly is: 'unknown' } | Taken;

/** What was decided on it, which stays; nothing before a decision. */
export const decidedOn = ({ is }: Taken): { readonly decided?: 'accepted' | 'settled' } =>
  is === 'accepted' || is === 'settled' ? { decided: is } : {};

export function refuseDecided(state: Taken, refuse: Refusal<'ALREADY_DECIDED'>): void {
  const { decided } = decidedOn(state);
  if (decided) throw refuse('ALREADY_DECIDED', { state: decided });
}

/** What a person proposes waits for a second person. */
export function refusePending(
  { proposed }: Taken,
  refuse: Refusal<'AWAITING_SECOND_PERSON'>,
): void {
  if (proposed === null) return;
  const what = proposed.what === 'settlement' ? proposed.outcome : proposed.kind;
  throw refuse('AWAITING_SECOND_PERSON', { proposed: what });
}

export const evolvePetition: Decider<TriageState, never, PetitionEvent>['evolve'] = (
  before,
  event,
  metadata,
) => {
  const { actor, recordedAt } = metadata;
  if (event.type === 'PetitionTaken') return taken(event.data);
  if (before.is === 'unknown') return before;
  const today = countedToday(before, event, metadata);
  const met = metAfter(before, event.data as ClockChanges, recordedAt);
  const state = { ...before, today, met };
  switch (event.type) {
    case 'PetitionClassified':
      return {
        ...state,
        is: event.data.decided ?? 'classified',
        kind: event.data.kind,
        everDenunciation: state.everDenunciation || event.data.kind === 'denunciation',
        // What a proposal takes out, the proposer takes out: the second person only confirms.
        ...namesAfter(state, event, authorOf(event.data, state, actor)),
        everUnits: everUnitsAfter(state, event.data),
        // Luật Tố cáo Đ.56: one line may tell who denounces.
        gist: event.data.kind === 'denunciation' ? null : state.gist,
        proposed: null,
        clocks: evolveClocks(state.clocks, event.data),
      };
    case 'ReclassificationProposed': {
      const { kind, ...named } = event.data.proposed;
      const by = proposedBy(actor, recordedAt);
      const proposed = { what: 'reclassification', kind, named, ...by } as const;
      return { ...state, ...namesAfter(state, event, actor), proposed };
    }
    case 'SettlementProposed': {
      const by = proposedBy(actor, recordedAt);
      return { ...state, proposed: { what: 'settlement', ...event.data.proposed, ...by } };
    }
    case 'ReclassificationDeclined':
    case 'SettlementDeclined':
      return { ...state, proposed: null };
    case 'HandlingMoved':
      return { ...state, handler: { unit: event.data.to, by: event.data.by } };
    case 'RespondentsCorrected': {
      const { respondentUnit, respondents = NOBODY } = event.data;
      const respondentRegistered = isSomebody({ respondentUnit, respondents });
      return {
        ...state,
        ...namesAfter(state, event, actor),
        everUnits: everUnitsAfter(state, event.data),
        respondentRegistered,
      };
    }
    case 'NamesStruck':
      return {
        ...state,
        ...namesAfter(state, event, actor),
        everUnits: state.everUnits.filter((unit) => !event.data.struck.units.includes(unit)),
      };
    case 'PetitionAccepted':
      return {
        ...state,
        is: 'accepted',
        case: event.data.case,
        clocks: evolveClocks(state.clocks, event.data),
      };
    case 'CaseProgressNoted':
      return { ...state, progress: event.data.progress };
    case 'PetitionSettled': {
      const clocks = evolveClocks(state.clocks, event.data);
      return { ...state, is: 'settled', proposed: null, clocks };
    }
    case 'PetitionMerged':
    case 'PetitionUnmerged':
    case 'DuplicateTakenIn':
    case 'DuplicateLetGo': {
      const clocks = evolveClocks(state.clocks, event.data as ClockChanges);
      return { ...state, ...evolveMerge(state, event), clocks };
    }
    case 'LowerUnitUrged':
    case 'DelayReported': {
      const clocks = evolveClocks(state.clocks, event.data);
      return { ...state, ...evolveUrging(state, event, recordedAt), clocks };
    }
    case 'NoteAdded':
      return state;
    case 'ReceiptDateNoted': {
      const { receivedOn, channel = state.channel } = event.data;
      const keptSince = earlier(state.keptSince, receivedOn);
      return { ...state, receivedOn, channel, keptSince };
    }
    case 'ClockRecalculated':
      return { ...state, clocks: evolveRecalculated(state.clocks, event) };
    case 'BreachWithdrawn':
      return { ...state, clocks: evolveWithdrawn(state.clocks, event) };
    case 'DeadlineBreached':
      return { ...state, clocks: evolveBreach(state.clocks, event) };
  }
};

const proposedBy = (actor: Actor, at: string) => ({
  unit: actor.unit,
  proposer: actingOf(actor),
  at,
});

/** The person who stands for a classification: after a proposal the proposer, in the post they held then. */
function authorOf(
  { proposedBy: person }: { readonly proposedBy?: string },
  { proposed }: Taken,
  actor: Actor,
): Acting {
  if (person === undefined) return actor;
  return proposed?.proposer.person === person ? proposed.proposer : { person };
}

function taken(data: Extract<PetitionEvent, { type: 'PetitionTaken' }>['data']): Taken {
  const { petition, unit, declaredKind, receivedOn, respondentUnit, gist, channel } = data;
  const { respondents = NOBODY } = data;
  return {
    is: 'taken',
    petition,
    unit,
    kind: declaredKind,
    everDenunciation: declaredKind === 'denunciation',
    receivedOn,
    keptSince: receivedOn,
    channel,
    case: null,
    respondentUnit,
    respondents,
    everUnits: unitsIn({ respondentUnit, respondents }),
    respondentRegistered: isSomebody({ respondentUnit, respondents }),
    removedBy: new Map(),
    gist,
    today: NOTHING_YET,
    proposed: null,
    handler: { unit, by: 'classifiers' },
    ...NOT_URGED,
    mergedInto: null,
    beforeMerging: 'taken',
    holds: [],
    everHeld: [],
    calledWith: [],
    progress: null,
    clocks: evolveClocks(NO_CLOCKS, data),
    met: [],
  };
}
