import { actorFor, areOneWillSince, isKept, mayConfirm, readerFor } from '@minh-bach/platform';
import type { Move, SecondPersons } from '@minh-bach/platform';
import { matterToOpen } from '../disclose-identity/load-to-open.ts';
import { loadPetition } from '../petition-stream.ts';
import { confirmersOf } from './who-confirms.ts';

const MOVES: Readonly<Record<string, Move>> = {
  ReceiptCorrectionProposed: { what: 'correction', to: 'one' },
  ReceiptCorrectionDeclined: { what: 'correction', to: 'none' },
  ReceiptDateCorrected: { what: 'correction', to: 'none' },
};

/** Corrections of the day of receipt. */
export const intakeSeconds: SecondPersons = {
  prefix: 'intake.petition-',
  movesOf({ type }) {
    const move = MOVES[type];
    return move ? [move] : [];
  },
  async mineOf(service, number, asker) {
    const action = 'petition.confirm-correction';
    const read = 'petition.read-received';
    const petition = await loadPetition(service, number, read, readerFor(asker, read));
    const { state, events, registered } = petition;
    const nothing = { unit: registered.event.data.unit, waiting: [], events };
    const second = actorFor(asker, action);
    const { correction, keptSince } = state;
    if (!second || !correction) return nothing;
    if (await isKept(service, matterToOpen(petition, action), second)) return nothing;
    const { proposer } = correction;
    if (await areOneWillSince(service, keptSince, proposer, second)) return nothing;
    if (!mayConfirm(await confirmersOf(service, petition, proposer), second)) return nothing;
    return { ...nothing, waiting: [{ what: 'correction', by: proposer }] };
  },
};
