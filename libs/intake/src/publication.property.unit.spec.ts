import { describe } from '@jest/globals';
import { INTAKE_TOPIC, INTEGRATION_EVENTS, registerPetitionSchema } from '@minh-bach/contracts';
import { publicationOf } from '@minh-bach/platform';
import { itTellsOnlyWhatFits, play, recorded } from '@minh-bach/testing';
import { petitionDecider } from './domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';

const by = { actor: dung, now: REGISTERED_AT };

describe('what intake tells', () => {
  itTellsOnlyWhatFits('POST /intake/petitions', {
    schema: registerPetitionSchema,
    translate: publicationOf(intakeService)!.translate,
    contracts: INTEGRATION_EVENTS[INTAKE_TOPIC],
    decide({ summary, file: _, respondents: __, ...body }) {
      const said =
        body.declaredKind === 'denunciation'
          ? { summary: null, statement: summary }
          : { summary, statement: null };
      // The day is the decider's to judge, not the shape's.
      const dates = { receivedOn: '2026-11-18', datedOn: null };
      const command = register({ ...body, ...said, ...dates });
      const events = play(petitionDecider, [{ command, ...by }]).flatMap((move) => move.events);
      return recorded(`intake.petition-${PETITION}`, events, by);
    },
  });
});
