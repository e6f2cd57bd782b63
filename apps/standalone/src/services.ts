import { DirectoryModule, directoryService } from '@minh-bach/directory';
import { IntakeModule, intakeService } from '@minh-bach/intake';
import { InvestigationModule, investigationService } from '@minh-bach/investigation';
import { publicationOf, type Infrastructure } from '@minh-bach/platform';
import { ResponseModule, responseService } from '@minh-bach/response';
import { TriageModule, triageService } from '@minh-bach/triage';

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
