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
    const change = CHANGES[event.type] as Change<never> | undefined;
    return { ...now, ...change?.(event.data as never, recordedAt) };
  },
  settles: (_was, { event, metadata: { recordedAt } }) =>
    (event as PetitionEvent).type === 'PetitionSettled'
      ? { on: localDate(recordedAt), outcome: null }
      : undefined,
};

type Change<Data> = (data: Data, recordedAt: string) => Partial<Counted>;

/** What an event changes beside its clocks; most change nothing. */
const CHANGES: { readonly [E in PetitionEvent as E['type']]?: Change<E['data']> } = {
  PetitionClassified: ({ kind, decided }) => ({
    kind,
    state: decided === undefined ? 'classified' : null,
  }),
  PetitionAccepted: () => ({ state: null }),
  PetitionSettled: (_, recordedAt) => ({ state: null, finishedOn: localDate(recordedAt) }),
  PetitionMerged: (_, recordedAt) => ({ state: null, finishedOn: localDate(recordedAt) }),
  PetitionUnmerged: ({ back }) => ({ state: back, finishedOn: null }),
  ReceiptDateNoted: ({ receivedOn }) => ({ receivedOn, cameOn: receivedOn }),
};
