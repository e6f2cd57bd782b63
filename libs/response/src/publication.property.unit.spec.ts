import { describe } from '@jest/globals';
import {
  INTEGRATION_EVENTS,
  RESPONSE_TOPIC,
  bodySchemaOf,
  issueDecision,
} from '@minh-bach/contracts';
import { publicationOf } from '@minh-bach/platform';
import { itTellsOnlyWhatFits, play, recorded } from '@minh-bach/testing';
import { caseDecider } from './domain/case.decider.ts';
import { CASE, TODAY, issue, phuc, request } from './response.fixture.ts';
import { responseService } from './response.service.ts';

const by = { actor: phuc, now: TODAY };

describe('what response tells', () => {
  itTellsOnlyWhatFits('POST /response/cases/{number}/decision', {
    schema: bodySchemaOf(issueDecision),
    translate: publicationOf(responseService)!.translate,
    contracts: INTEGRATION_EVENTS[RESPONSE_TOPIC],
    decide(body) {
      // Day and conclusion are the decider's to judge, not the shape's.
      const commands = [
        request(),
        issue({ ...body, issuedOn: '2026-11-27', conclusion: 'upheld' }),
      ];
      const moves = commands.map((command) => ({ command, ...by }));
      const events = play(caseDecider, moves).flatMap((move) => move.events);
      return recorded(`response.case-${CASE}`, events, by);
    },
  });
});
