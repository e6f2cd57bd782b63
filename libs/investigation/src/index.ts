export { InvestigationModule } from './investigation.module.ts';
export { investigationService } from './investigation.service.ts';
export { INVESTIGATION_PROBLEMS } from './problems.ts';
