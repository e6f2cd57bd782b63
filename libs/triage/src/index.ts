export { triage } from './triage.module.ts';
export { triageService } from './triage.service.ts';
