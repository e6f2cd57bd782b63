import { runService } from '@minh-bach/assembly';
import { TriageModule, triageService } from '@minh-bach/triage';
import { readConfig } from './config.ts';

await runService({ service: triageService, module: TriageModule }, readConfig);
