export { IntakeModule } from './intake.module.ts';
export { intakeService } from './intake.service.ts';
