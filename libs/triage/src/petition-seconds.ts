import {
  actorFor,
  areOneWillSince,
  readerFor,
  type Move,
  type SecondPersons,
  type Waiting,
} from '@minh-bach/platform';
import { toStrike } from './commands/strike.ts';
import { spentToday } from './domain/per-day.ts';
import type { PetitionEvent } from './domain/petition.events.ts';
import { mayAnswer } from './handling/handling.ts';
import { namesMoved, namesOutAfter, type NamesOut } from './names-out.ts';
import { isKeptFrom, loadPetition } from './petition-stream.ts';

const MOVES: { readonly [Type in PetitionEvent['type']]?: Move } = {
  ReclassificationProposed: { what: 'decision', to: 'one' },
  SettlementProposed: { what: 'decision', to: 'one' },
  ReclassificationDeclined: { what: 'decision', to: 'none' },
  SettlementDeclined: { what: 'decision', to: 'none' },
  PetitionClassified: { what: 'decision', to: 'none' },
  PetitionSettled: { what: 'decision', to: 'none' },
};

/** What one person would decide on a denunciation, and names that one person took out. */
export const petitionSeconds: SecondPersons = {
  prefix: 'triage.petition-',
  movesOf({ type }, note) {
    const move = MOVES[type as PetitionEvent['type']];
    return [...(move ? [move] : []), ...namesMoved(type, note as NamesOut | null)];
  },
  noteAfter: (note, event) => namesOutAfter(note as NamesOut | null, event as PetitionEvent),
  isShutToNamed: true,
  async mineOf(service, number, asker) {
    const action = 'petition.confirm-decision';
    const reader = readerFor(asker, 'petition.read');
    const loaded = await loadPetition(service, number, 'petition.read', reader);
    const { state, events, protection } = loaded;
    const { unit, proposed, keptSince } = state;
    const nothing = { unit, waiting: [], events };
    const second = actorFor(asker, action);
    if (!second) return nothing;
    const petition = { ...state, petition: protection };
    if (await isKeptFrom(service, petition, second)) return nothing;
    const waiting: Waiting[] = [];
    if (proposed) {
      const { proposer } = proposed;
      const out = [proposer, ...spentToday(state, service.clock.now())];
      const isOwn = await areOneWillSince(service, keptSince, proposer, second);
      if (!isOwn && (await mayAnswer(service, state, out, second)))
        waiting.push({ what: 'decision', by: proposer });
    }
    const { by, isOwn } = await toStrike(service, loaded, second);
    if (by !== null && !isOwn && (await mayAnswer(service, state, [by], second)))
      waiting.push({ what: 'names', by });
    return { ...nothing, waiting };
  },
};
