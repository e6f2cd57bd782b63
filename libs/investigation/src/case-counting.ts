import type { ClockChanges } from '@minh-bach/contracts';
import { NO_COUNTED_CLOCKS, countClocks, type Counted, type Counting } from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';

/** A case waits here until its conclusion is approved; it is finished with its decision. */
export const caseCounting: Counting = {
  prefix: 'investigation.case-',
  evolve(was, { event: recorded, metadata: { recordedAt } }): Counted | undefined {
    const event = recorded as CaseEvent;
    if (event.type === 'CaseReceived') {
      const { competentUnit: unit, kind, receivedOn } = event.data;
      const clocks = countClocks(NO_COUNTED_CLOCKS, event.data, recordedAt);
      return {
        unit,
        kind,
        state: 'received',
        receivedOn,
        cameOn: null,
        finishedOn: null,
        ...clocks,
      };
    }
    if (!was) return undefined;
    const now = { ...was, ...countClocks(was, event.data as ClockChanges, recordedAt) };
    const change = CHANGES[event.type] as Change<never> | undefined;
    return { ...now, ...change?.(event.data as never, recordedAt) };
  },
};

type Change<Data> = (data: Data, recordedAt: string) => Partial<Counted>;

/** What an event changes beside its clocks; most change nothing. */
const CHANGES: { readonly [E in CaseEvent as E['type']]?: Change<E['data']> } = {
  CaseAssigned: () => ({ state: 'assigned' }),
  AssignmentDeclined: () => ({ state: 'received' }),
  ConclusionProposed: () => ({ state: 'proposed' }),
  ConclusionReturned: () => ({ state: 'assigned' }),
  ConclusionApproved: () => ({ state: null }),
  DecisionNoted: ({ issuedOn }) => ({ state: null, finishedOn: issuedOn }),
  ReceiptDateNoted: ({ receivedOn }) => ({ receivedOn }),
};
