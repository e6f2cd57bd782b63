import { addPetitionNote, settlePetition } from '@minh-bach/contracts';
import { useCase } from '@minh-bach/platform';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';
import { acceptance } from './accept.ts';
import { confirmation, declination } from './answer.ts';
import { call, classification, correction } from './classify.ts';
import { handled } from './handled.ts';

/** Not accepted, guided, transferred or filed: with the reason, and the rule it was decided by. */
export const settlement = useCase(
  settlePetition,
  handled(async ({ service, body }, petition) => ({
    type: 'SettlePetition',
    ...body,
    basis: basisOf(await propose(service, petition), body.outcome),
  })),
);

/** A note restarts nothing. */
export const note = useCase(
  addPetitionNote,
  handled(({ body }) => ({ type: 'AddNote', ...body })),
);

export { acceptance, call, classification, confirmation, correction, declination };

/** What a person decides on a petition. */
export const triageCommands = [
  classification,
  confirmation,
  declination,
  acceptance,
  settlement,
  call,
  correction,
  note,
];
