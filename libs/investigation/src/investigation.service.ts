import { INVESTIGATION_TOPIC, RESPONSE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { ServiceDefinition } from '@minh-bach/platform';
import { CaseRow } from './case-worklist/case-row.entity.ts';
import { caseRowProjection } from './case-worklist/case-row.projection.ts';
import { investigationCommands } from './commands/index.ts';
import { caseDecider } from './domain/case.decider.ts';
import { perDay } from './domain/per-day.ts';
import { caseEvents } from './domain/case.events.ts';
import { hearOfCase } from './receive-case/receive-case.ts';
import { caseLines } from './case-worklist/case-lines.ts';
import { caseFileOpened } from './open-file/case-file-opened.ts';
import { fileOpeningsPerDay } from './open-file/opening.decider.ts';
import { caseCounting } from './case-counting.ts';
import { caseSeconds } from './case-seconds.ts';

/** Works a case to its conclusion. */
export const investigationService: ServiceDefinition = {
  name: 'investigation',
  events: [...caseEvents, caseFileOpened],
  perDay: [perDay.atMost, fileOpeningsPerDay.atMost],
  commands: investigationCommands,
  publishesTo: INVESTIGATION_TOPIC,
  topics: [TRIAGE_TOPIC, RESPONSE_TOPIC],
  handle: hearOfCase,
  entities: [CaseRow],
  projections: [caseRowProjection],
  lines: caseLines,
  counting: caseCounting,
  seconds: caseSeconds,
  clockDecider: caseDecider,
};
