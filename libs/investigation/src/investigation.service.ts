import { RESPONSE_TOPIC, TRIAGE_TOPIC, deadlineBreached } from '@minh-bach/contracts';
import type { ServiceDefinition } from '@minh-bach/platform';
import { CaseRow } from './case-worklist/case-row.entity.ts';
import { Cases1764300000000, CasesByDue1764300000001 } from './case-worklist/case-row.migration.ts';
import { caseRowProjection } from './case-worklist/case-row.projection.ts';
import { describeInvestigation } from './describe.ts';
import { caseDecider } from './domain/case.decider.ts';
import {
  caseAssigned,
  caseReceived,
  conclusionApproved,
  conclusionProposed,
  conclusionReturned,
  decisionNoted,
  evidenceRecorded,
  explanationRecorded,
  noteAdded,
} from './domain/case.events.ts';
import { investigationPublication } from './publication.ts';
import { hearOfCase } from './receive-case/receive-case.ts';

/** Works a case to its conclusion. */
export const investigationService: ServiceDefinition = {
  name: 'investigation',
  events: [
    caseReceived,
    caseAssigned,
    noteAdded,
    explanationRecorded,
    evidenceRecorded,
    conclusionProposed,
    conclusionReturned,
    conclusionApproved,
    decisionNoted,
    deadlineBreached,
  ],
  publishes: investigationPublication,
  topics: [TRIAGE_TOPIC, RESPONSE_TOPIC],
  handle: hearOfCase,
  entities: [CaseRow],
  migrations: [Cases1764300000000, CasesByDue1764300000001],
  projections: [caseRowProjection],
  describe: describeInvestigation,
  clockDecider: caseDecider,
};
