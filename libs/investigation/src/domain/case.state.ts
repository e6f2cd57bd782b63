import {
  NOTHING_YET,
  NOT_URGED,
  NO_CLOCKS,
  actingOf,
  evolveBreach,
  evolveClocks,
  evolveUrging,
  willOf,
  type Acting,
  type CaseOpenedV1,
  type Conclusion,
  type OpenClocks,
  type PerDay,
  type Relation,
  type Urging,
  type Will,
} from '@minh-bach/contracts';
import { earlier, type EventContext } from '@minh-bach/kernel';
import { NO_ITEMS, withItem, withdrawn, type CaseFile } from './case-file.ts';
import type { CaseEvent } from './case.events.ts';
import { perDay } from './per-day.ts';
import type { DeclaredRelation } from './relations.ts';

export interface Draft {
  readonly version: number;
  readonly conclusion: Conclusion;
  readonly proposer: Acting;
}

export interface Received extends Urging {
  readonly is: 'received' | 'assigned' | 'proposed' | 'approved' | 'decided';
  readonly case: CaseOpenedV1;
  readonly assignee: string | null;
  readonly draft: Draft | null;
  /**
   * Everybody who was ever assigned, noted, recorded or drafted, and for whom they did; a head's notes are
   * directions.
   */
  readonly workers: readonly string[];
  readonly clocks: OpenClocks;
  /** Rules that ended on a day of recording while that of issue waits. */
  readonly unsettled: readonly string[];
  readonly file: CaseFile;
  /** A question to the level above has no answer yet. */
  readonly awaitsGuidance: boolean;
  /** In their order; each keeps its place. */
  readonly relations: readonly DeclaredRelation[];
  readonly today: PerDay;
}
export type CaseState = { readonly is: 'unknown' } | Received;

export function evolve(
  before: CaseState,
  event: CaseEvent,
  { actor, recordedAt }: EventContext,
): CaseState {
  if (event.type === 'CaseReceived') {
    const { clocksStarted = [], ...opened } = event.data;
    const clocks = evolveClocks(NO_CLOCKS, { clocksStarted });
    const nobody = { assignee: null, draft: null, workers: [] };
    const file = { file: NO_ITEMS, relations: [], awaitsGuidance: false };
    const nothing = { unsettled: [], ...file, ...NOT_URGED, today: NOTHING_YET };
    return { is: 'received', case: opened, ...nobody, clocks, ...nothing };
  }
  if (before.is === 'unknown') return before;
  const state = { ...before, today: perDay.counted(before.today, event, actor, recordedAt) };
  switch (event.type) {
    case 'CaseAssigned':
      return {
        ...withWorkers(state, [event.data.assignee]),
        is: 'assigned',
        assignee: event.data.assignee,
      };
    case 'GuidanceRequested':
      return { ...state, awaitsGuidance: true };
    case 'GuidanceGiven':
      return { ...state, awaitsGuidance: false };
    case 'LowerUnitUrged':
    case 'DelayReported': {
      const clocks = evolveClocks(state.clocks, event.data);
      return { ...state, ...evolveUrging(state, event, recordedAt), clocks };
    }
    case 'RelationDeclared': {
      const { person, relation } = event.data;
      return withRelation(state, person, relation, person === actor.person);
    }
    case 'AssignmentDeclined': {
      const { assignee, relation } = event.data;
      return { ...withRelation(state, assignee, relation, true), is: 'received', assignee: null };
    }
    case 'RelationDismissed': {
      const relations = state.relations.map((one, i) =>
        i + 1 === event.data.relation
          ? { ...one, dismissedBy: [...one.dismissedBy, actingOf(actor)] }
          : one,
      );
      return { ...state, relations };
    }
    case 'ConclusionProposed': {
      const { version, conclusion } = event.data;
      return {
        ...withWorkers(state, willOf(actor)),
        is: 'proposed',
        draft: { version, conclusion, proposer: actor },
      };
    }
    case 'ConclusionReturned':
      return { ...state, is: 'assigned' };
    case 'ConclusionApproved':
      return { ...state, is: 'approved' };
    case 'DecisionNoted': {
      const { clocksEnded = [] } = event.data;
      const waiting = clocksEnded.filter(({ isUnconfirmed }) => isUnconfirmed);
      const clocks = evolveClocks(state.clocks, event.data);
      return { ...state, is: 'decided', clocks, unsettled: waiting.map(({ rule }) => rule) };
    }
    case 'DecisionDayNoted':
      return { ...state, unsettled: [] };
    case 'DeadlineBreached':
      return { ...state, clocks: evolveBreach(state.clocks, event) };
    case 'ReceiptDateNoted': {
      const { receivedOn } = event.data;
      const { keptSince = state.case.receivedOn } = state.case;
      const since = earlier(keptSince, receivedOn);
      return { ...state, case: { ...state.case, receivedOn, keptSince: since } };
    }
    case 'ExplanationRecorded':
    case 'EvidenceRecorded':
      return {
        ...withWorkers(state, willOf(actor)),
        file: withItem(state.file, event.data),
      };
    case 'ItemWithdrawn':
      return {
        ...withWorkers(state, willOf(actor)),
        file: withdrawn(state.file, event.data.item),
      };
    case 'NoteAdded':
      return actor.role === 'head' ? state : withWorkers(state, willOf(actor));
  }
}

const withWorkers = (state: Received, people: Will): Received => ({
  ...state,
  workers: [...new Set([...state.workers, ...people])],
});

const withRelation = (
  state: Received,
  person: string,
  relation: Relation,
  isOwn: boolean,
): Received => ({
  ...state,
  relations: [...state.relations, { person, relation, isOwn, dismissedBy: [] }],
});
