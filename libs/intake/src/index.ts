export { IntakeModule } from './intake.module.ts';
export { intakeService } from './intake.service.ts';
export { INTAKE_PROBLEMS } from './problems.ts';
