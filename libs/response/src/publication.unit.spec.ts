import { INTEGRATION_EVENTS, RESPONSE_TOPIC } from '@minh-bach/contracts';
import { publicationOf, registryOf } from '@minh-bach/platform';
import { describePublication, play, recorded } from '@minh-bach/testing';
import { caseDecider } from './domain/case.decider.ts';
import { CASE, LONG_AFTER, actorOf, phuc, story } from './response.fixture.ts';
import { responseService } from './response.service.ts';

describePublication({
  registry: registryOf(responseService),
  translate: publicationOf(responseService)!.translate,
  contracts: INTEGRATION_EVENTS[RESPONSE_TOPIC],
  events: recorded(
    `response.case-${CASE}`,
    play(
      caseDecider,
      story.map((command) => ({ command, actor: actorOf(command), now: LONG_AFTER })),
    ).flatMap(({ events }) => events),
    { actor: phuc, now: LONG_AFTER },
  ),
});
