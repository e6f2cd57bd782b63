import type { ClockChanges } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { NO_COUNTED_CLOCKS, countClocks, type Counted, type Counting } from '@minh-bach/platform';
import type { PetitionEvent } from './domain/petition.events.ts';

/** A petition comes in here; where no case is opened, it is finished here, too. */
export const petitionCounting: Counting = {
  prefix: 'triage.petition-',
  evolve(was, { event: recorded, metadata: { recordedAt } }): Counted | undefined {
    const event = recorded as PetitionEvent;
    if (event.type === 'PetitionTaken') {
      const { unit, declaredKind: kind, receivedOn } = event.data;
      const clocks = countClocks(NO_COUNTED_CLOCKS, event.data, recordedAt);
      const came = { receivedOn, cameOn: receivedOn, finishedOn: null };
      return { unit, kind, state: 'taken', ...came, ...clocks };
    }
    if (!was) return undefined;
    const now = { ...was, ...countClocks(was, event.data as ClockChanges, recordedAt) };
    switch (event.type) {
      case 'PetitionClassified': {
        const { kind, decided } = event.data;
        return { ...now, kind, state: decided === undefined ? 'classified' : null };
      }
      case 'PetitionAccepted':
        return { ...now, state: null };
      case 'PetitionSettled':
        return { ...now, state: null, finishedOn: localDate(recordedAt) };
      case 'ReceiptDateNoted': {
        const { receivedOn } = event.data;
        return { ...now, receivedOn, cameOn: receivedOn };
      }
      default:
        return now;
    }
  },
};
