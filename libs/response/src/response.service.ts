import { INVESTIGATION_TOPIC, RESPONSE_TOPIC } from '@minh-bach/contracts';
import type { ServiceDefinition } from '@minh-bach/platform';
import { responseCommands } from './commands.ts';
import { caseDecider } from './domain/case.decider.ts';
import { caseEvents } from './domain/case.events.ts';
import { writtenPerDay } from './domain/publish.ts';
import { PublishedRow } from './published/published.entity.ts';
import { publishedProjection } from './published/published.projection.ts';
import { requestResponse } from './request-response/request-response.ts';
import { ResponseRow } from './response-worklist/response-row.entity.ts';
import { responseRowProjection } from './response-worklist/response-row.projection.ts';
import { responseLines } from './response-worklist/response-lines.ts';
import { responseCounting } from './response-counting.ts';
import { responseSeconds } from './response-seconds.ts';

/** Decides what is told to whom: issues the decision, sends it, hears that it arrived. */
export const responseService: ServiceDefinition = {
  name: 'response',
  events: caseEvents,
  commands: responseCommands,
  publishesTo: RESPONSE_TOPIC,
  topics: [INVESTIGATION_TOPIC],
  handle: requestResponse,
  entities: [ResponseRow, PublishedRow],
  projections: [responseRowProjection, publishedProjection],
  lines: responseLines,
  perDay: [writtenPerDay.atMost],
  counting: responseCounting,
  seconds: responseSeconds,
  clockDecider: caseDecider,
};
