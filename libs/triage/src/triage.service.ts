import {
  INTAKE_TOPIC,
  INVESTIGATION_TOPIC,
  RESPONSE_TOPIC,
  TRIAGE_TOPIC,
} from '@minh-bach/contracts';
import { AlarmRow, type ServiceDefinition } from '@minh-bach/platform';
import { triageCommands } from './commands/index.ts';
import { perDay } from './domain/per-day.ts';
import { petitionDecider } from './domain/petition.decider.ts';
import { triageEvents } from './domain/petition.events.ts';
import { triageAlarmProjection } from './handling/handler-alarm.projection.ts';
import { hearOfPetition } from './hear-of-petition/hear-of-petition.ts';
import { ProposedDecisionRow } from './proposed-decision-list/proposed-decision.entity.ts';
import { proposedDecisionProjection } from './proposed-decision-list/proposed-decision.projection.ts';
import { PetitionRow } from './triage-worklist/petition-row.entity.ts';
import { petitionRowProjection } from './triage-worklist/petition-row.projection.ts';
import { petitionLines } from './triage-worklist/petition-lines.ts';
import { petitionCounting } from './petition-counting.ts';
import { petitionSeconds } from './petition-seconds.ts';

/** Says what a petition is and who must resolve it; opens the case, or settles it without one. */
export const triageService: ServiceDefinition = {
  name: 'triage',
  events: triageEvents,
  perDay: [perDay.atMost],
  commands: triageCommands,
  publishesTo: TRIAGE_TOPIC,
  // Its own, too: what it said and did not finish, it does once it hears it.
  topics: [INTAKE_TOPIC, TRIAGE_TOPIC, INVESTIGATION_TOPIC, RESPONSE_TOPIC],
  handle: hearOfPetition,
  entities: [PetitionRow, ProposedDecisionRow, AlarmRow],
  projections: [petitionRowProjection, proposedDecisionProjection, triageAlarmProjection],
  lines: petitionLines,
  counting: petitionCounting,
  seconds: petitionSeconds,
  clockDecider: petitionDecider,
};
