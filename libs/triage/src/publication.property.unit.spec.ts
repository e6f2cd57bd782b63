import { describe } from '@jest/globals';
import {
  INTEGRATION_EVENTS,
  TRIAGE_TOPIC,
  acceptPetition,
  bodySchemaOf,
  classifyPetition,
  settlePetition,
} from '@minh-bach/contracts';
import { publicationOf } from '@minh-bach/platform';
import { itTellsOnlyWhatFits, play, recorded } from '@minh-bach/testing';
import { petitionDecider, type PetitionCommand } from './domain/petition.decider.ts';
import {
  PETITION,
  REGISTERED_AT,
  accept,
  actorFor,
  classify,
  giang,
  settle,
  take,
} from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

const told = {
  translate: publicationOf(triageService)!.translate,
  contracts: INTEGRATION_EVENTS[TRIAGE_TOPIC],
};

function decide(commands: readonly PetitionCommand[]) {
  const now = REGISTERED_AT;
  const moves = commands.map((command) => ({ command, actor: actorFor(command), now }));
  const events = play(petitionDecider, moves).flatMap((move) => move.events);
  return recorded(`triage.petition-${PETITION}`, events, { actor: giang, now });
}

describe('what triage tells', () => {
  const petition = '/triage/petitions/{number}';

  itTellsOnlyWhatFits(`POST ${petition}/classification`, {
    ...told,
    schema: bodySchemaOf(classifyPetition),
    decide: ({ kind, reason, respondentUnit }) =>
      decide([
        take({ respondentUnit: null }),
        classify(kind, reason, respondentUnit === undefined ? {} : { respondentUnit }),
      ]),
  });

  itTellsOnlyWhatFits(`POST ${petition}/acceptance`, {
    ...told,
    schema: bodySchemaOf(acceptPetition),
    decide: ({ instance, competentUnit, conditionsMet, reason }) =>
      decide([take(), classify(), accept({ instance, competentUnit, conditionsMet, reason })]),
  });

  itTellsOnlyWhatFits(`POST ${petition}/settlement`, {
    ...told,
    schema: bodySchemaOf(settlePetition),
    decide: (body) => decide([take(), classify(), settle(body)]),
  });
});
