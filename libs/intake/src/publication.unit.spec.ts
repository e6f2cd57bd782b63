import { INTEGRATION_EVENTS, INTAKE_TOPIC } from '@minh-bach/contracts';
import { publicationOf, registryOf } from '@minh-bach/platform';
import { describePublication, play, recorded } from '@minh-bach/testing';
import { petitionDecider } from './domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, actorFor, denunciation, dung, story } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';

describePublication({
  registry: registryOf(intakeService),
  translate: publicationOf(intakeService)!.translate,
  contracts: INTEGRATION_EVENTS[INTAKE_TOPIC],
  events: [story, [denunciation]].flatMap((commands) =>
    recorded(
      `intake.petition-${PETITION}`,
      play(
        petitionDecider,
        commands.map((command) => ({ command, actor: actorFor(command), now: REGISTERED_AT })),
      ).flatMap(({ events }) => events),
      { actor: dung, now: REGISTERED_AT },
    ),
  ),
});
