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
    switch (event.type) {
      case 'CaseAssigned':
      case 'ConclusionReturned':
        return { ...now, state: 'assigned' };
      case 'ConclusionProposed':
        return { ...now, state: 'proposed' };
      case 'ConclusionApproved':
        return { ...now, state: null };
      case 'DecisionNoted':
        return { ...now, state: null, finishedOn: event.data.issuedOn };
      case 'ReceiptDateNoted':
        return { ...now, receivedOn: event.data.receivedOn };
      default:
        return now;
    }
  },
};
