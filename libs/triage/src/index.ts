export { TRIAGE_PROBLEMS } from './problems.ts';
export { TriageModule } from './triage.module.ts';
export { triageService } from './triage.service.ts';
