import { DIRECTORY_PROBLEMS, DirectoryModule, directoryService } from '@minh-bach/directory';
import { INTAKE_PROBLEMS, IntakeModule, intakeService } from '@minh-bach/intake';
import {
  INVESTIGATION_PROBLEMS,
  InvestigationModule,
  investigationService,
} from '@minh-bach/investigation';
import { publicationOf, type Infrastructure } from '@minh-bach/platform';
import { RESPONSE_PROBLEMS, ResponseModule, responseService } from '@minh-bach/response';
import { TRIAGE_PROBLEMS, TriageModule, triageService } from '@minh-bach/triage';

/** All services, as modules of one process. */
export const modulesOf = (infrastructure: Infrastructure) => [
  DirectoryModule.for(infrastructure),
  IntakeModule.for(infrastructure),
  TriageModule.for(infrastructure),
  InvestigationModule.for(infrastructure),
  ResponseModule.for(infrastructure),
];

export const publications = [
  directoryService,
  intakeService,
  triageService,
  investigationService,
  responseService,
].flatMap((service) => publicationOf(service) ?? []);

export const problems = [
  DIRECTORY_PROBLEMS,
  INTAKE_PROBLEMS,
  TRIAGE_PROBLEMS,
  INVESTIGATION_PROBLEMS,
  RESPONSE_PROBLEMS,
];
