import type { ClockChanges } from '@minh-bach/contracts';
import { NO_COUNTED_CLOCKS, countClocks, type Counted, type Counting } from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';

/** A conclusion waits here for its decision, its sending and its end. */
export const responseCounting: Counting = {
  prefix: 'response.case-',
  evolve(was, { event: recorded, metadata: { recordedAt } }): Counted | undefined {
    const event = recorded as CaseEvent;
    if (event.type === 'ResponseRequested') {
      const { unit, kind, receivedOn, clock } = event.data;
      // The limit of resolution runs until the decision is issued; where it is met is counted in investigation.
      const clocksStarted = clock ? [clock] : [];
      const clocks = countClocks(NO_COUNTED_CLOCKS, { clocksStarted }, recordedAt);
      return {
        unit,
        kind,
        state: 'requested',
        receivedOn,
        cameOn: null,
        finishedOn: null,
        ...clocks,
      };
    }
    if (!was) return undefined;
    const before = event.type === 'DecisionIssued' ? { ...was, running: [] } : was;
    const now = { ...was, ...countClocks(before, event.data as ClockChanges, recordedAt) };
    const change = CHANGES[event.type] as Change<never> | undefined;
    return { ...now, ...change?.(event.data as never, recordedAt) };
  },
  settles({ kind }, { event: recorded }) {
    const event = recorded as CaseEvent;
    if (event.type !== 'DecisionIssued') return undefined;
    const { issuedOn, unconfirmed, conclusion = null } = event.data;
    const outcome = kind === 'complaint' ? conclusion : null;
    return { on: unconfirmed?.countsFrom ?? issuedOn, outcome };
  },
};

type Change<Data> = (data: Data, recordedAt: string) => Partial<Counted>;

/** What an event changes beside its clocks; most change nothing. */
const CHANGES: { readonly [E in CaseEvent as E['type']]?: Change<E['data']> } = {
  DecisionIssued: () => ({ state: 'issued' }),
  DecisionSent: ({ to = 'sender' }) => (to === 'sender' ? { state: 'sent' } : {}),
  DecisionDelivered: ({ to = 'sender' }) => (to === 'sender' ? { state: 'delivered' } : {}),
  CaseClosed: () => ({ state: null }),
  ReceiptDateNoted: ({ receivedOn }) => ({ receivedOn }),
};
