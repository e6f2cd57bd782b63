import { isOneOf } from '@minh-bach/contracts';
import { actorFor, isKept, readerFor, type Move, type SecondPersons } from '@minh-bach/platform';
import { cases } from './cases.ts';
import { judgingUnit, matterOf } from './commands/judging-unit.ts';
import type { CaseEvent } from './domain/case.events.ts';

const MOVES: { readonly [Type in CaseEvent['type']]?: Move } = {
  ConclusionProposed: { what: 'conclusion', to: 'one' },
  ConclusionReturned: { what: 'conclusion', to: 'none' },
  ConclusionApproved: { what: 'conclusion', to: 'none' },
};

/** Drafts that a head who did not work on the case judges. */
export const caseSeconds: SecondPersons = {
  prefix: 'investigation.case-',
  movesOf({ type }) {
    const move = MOVES[type as CaseEvent['type']];
    return move ? [move] : [];
  },
  async mineOf(service, number, asker) {
    const reader = readerFor(asker, 'case.read');
    const { state, events } = await cases.load(service, number, 'case.read', reader);
    const unit = state.case.competentUnit;
    const nothing = { unit, waiting: [], events };
    const judge = actorFor(asker, 'case.approve');
    if (!judge || state.is !== 'proposed' || !state.draft) return nothing;
    if ((await judgingUnit(service, state))?.id !== judge.unit) return nothing;
    if (isOneOf(state.workers, judge)) return nothing;
    if (await isKept(service, matterOf(state), judge)) return nothing;
    return { ...nothing, waiting: [{ what: 'conclusion', by: state.draft.proposer }] };
  },
};
