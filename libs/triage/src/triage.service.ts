import { INTAKE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import {
  AlarmRow,
  AlarmStreams1764200000006,
  Alarms1764200000002,
  type ServiceDefinition,
} from '@minh-bach/platform';
import { triageCommands } from './commands/index.ts';
import { petitionDecider } from './domain/petition.decider.ts';
import { triageEvents } from './domain/petition.events.ts';
import { handlerAlarmProjection } from './handling/handler-alarm.projection.ts';
import { takePetition } from './take-petition/take-petition.ts';
import { ProposedDecisionRow } from './proposed-decision-list/proposed-decision.entity.ts';
import {
  ProposedDecisions1764200000005,
  Reclassifications1764200000002,
} from './proposed-decision-list/proposed-decision.migration.ts';
import { proposedDecisionProjection } from './proposed-decision-list/proposed-decision.projection.ts';
import { PetitionRow } from './triage-worklist/petition-row.entity.ts';
import {
  AwaitedConfirmations1764200000001,
  HandledAbove1764200000003,
  HandledByNobody1764200000004,
  ShownColumns1764200000007,
  TriagePetitions1764200000000,
} from './triage-worklist/petition-row.migration.ts';
import { petitionRowProjection } from './triage-worklist/petition-row.projection.ts';

/** Says what a petition is and who must resolve it; opens the case, or settles it without one. */
export const triageService: ServiceDefinition = {
  name: 'triage',
  events: triageEvents,
  commands: triageCommands,
  publishesTo: TRIAGE_TOPIC,
  topics: [INTAKE_TOPIC],
  handle: takePetition,
  entities: [PetitionRow, ProposedDecisionRow, AlarmRow],
  migrations: [
    TriagePetitions1764200000000,
    AwaitedConfirmations1764200000001,
    Reclassifications1764200000002,
    HandledAbove1764200000003,
    HandledByNobody1764200000004,
    ProposedDecisions1764200000005,
    Alarms1764200000002,
    AlarmStreams1764200000006,
    ShownColumns1764200000007,
  ],
  projections: [petitionRowProjection, proposedDecisionProjection, handlerAlarmProjection],
  clockDecider: petitionDecider,
};
