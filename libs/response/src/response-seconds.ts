import type { Action } from '@minh-bach/contracts';
import type { DomainEvent } from '@minh-bach/kernel';
import {
  actorFor,
  areOneWillSince,
  isKept,
  mayConfirm,
  readerFor,
  type Move,
  type SecondPersons,
  type Waiting,
} from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { CaseEvent } from './domain/case.events.ts';
import { keptSinceOf } from './domain/case.state.ts';
import { matterFor, sendingUnit } from './issuing.ts';
import { confirmersOf, isOwn } from './second-person.ts';

const MOVES: { readonly [Type in CaseEvent['type']]?: Move } = {
  DayConfirmed: { what: 'day', to: 'fewer' },
  DayDeclined: { what: 'day', to: 'fewer' },
  PublicationPrepared: { what: 'publication', to: 'one' },
  PublicationReturned: { what: 'publication', to: 'none' },
  DecisionPublished: { what: 'publication', to: 'none' },
  PublicationTakingBackProposed: { what: 'taking-back', to: 'one' },
  PublicationTakingBackDeclined: { what: 'taking-back', to: 'none' },
  PublicationTakenBack: { what: 'taking-back', to: 'none' },
};

/** Days that one person said, texts to be read by a second one, publications to be taken back. */
export const responseSeconds: SecondPersons = {
  prefix: 'response.case-',
  movesOf({ type, data }: DomainEvent) {
    if ((data as { unconfirmed?: unknown }).unconfirmed !== undefined)
      return [{ what: 'day', to: 'more' }];
    const move = MOVES[type as CaseEvent['type']];
    return move ? [move] : [];
  },
  async mineOf(service, number, asker) {
    const reader = readerFor(asker, 'case.read');
    const { state, events } = await cases.load(service, number, 'case.read', reader);
    const { unit } = state.concluded;
    const may = async (action: Action) => {
      const actor = actorFor(asker, action);
      if (!actor || (await isKept(service, matterFor(state, actor), actor))) return undefined;
      return actor;
    };
    const waiting: Waiting[] = [];
    const [day] = state.waiting;
    const confirms = day && (await may('response.confirm-day'));
    if (day && confirms) {
      const confirmers = await confirmersOf(service, state, day);
      if (mayConfirm(confirmers, confirms) && !(await isOwn(service, state, day, confirms)))
        waiting.push({ what: 'day', by: day.proposer });
    }
    const { pending, takingBack } = state.publication;
    const publishes = (pending ?? takingBack) && (await may('response.publish'));
    if (publishes && publishes.unit === (await sendingUnit(service, state)))
      for (const [what, proposed] of [
        ['publication', pending],
        ['taking-back', takingBack],
      ] as const) {
        const since = keptSinceOf(state.concluded);
        if (proposed && !(await areOneWillSince(service, since, proposed.by, publishes)))
          waiting.push({ what, by: proposed.by });
      }
    return { unit, waiting, events };
  },
};
