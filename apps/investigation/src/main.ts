import { runService } from '@minh-bach/assembly';
import {
  InvestigationModule,
  INVESTIGATION_PROBLEMS,
  investigationService,
} from '@minh-bach/investigation';
import { readConfig } from './config.ts';

await runService(
  { service: investigationService, module: InvestigationModule, problems: INVESTIGATION_PROBLEMS },
  readConfig,
);
