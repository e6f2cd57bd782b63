import { INTEGRATION_EVENTS, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { publicationOf, registryOf } from '@minh-bach/platform';
import { describePublication, play, recorded } from '@minh-bach/testing';
import { petitionDecider } from './domain/petition.decider.ts';
import { LONG_AFTER, PETITION, actorFor, giang, stories } from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

describePublication({
  registry: registryOf(triageService),
  translate: publicationOf(triageService)!.translate,
  contracts: INTEGRATION_EVENTS[TRIAGE_TOPIC],
  events: stories.flatMap((commands) =>
    recorded(
      `triage.petition-${PETITION}`,
      play(
        petitionDecider,
        commands.map((command) => ({ command, actor: actorFor(command), now: LONG_AFTER })),
      ).flatMap(({ events }) => events),
      { actor: giang, now: LONG_AFTER },
    ),
  ),
});
