import { runService } from '@minh-bach/assembly';
import { TriageModule, TRIAGE_PROBLEMS, triageService } from '@minh-bach/triage';
import { readConfig } from './config.ts';

await runService(
  { service: triageService, module: TriageModule, problems: TRIAGE_PROBLEMS },
  readConfig,
);
