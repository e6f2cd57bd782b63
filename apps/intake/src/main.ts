import { runService } from '@minh-bach/assembly';
import { IntakeModule, INTAKE_PROBLEMS, intakeService } from '@minh-bach/intake';
import { readConfig } from './config.ts';

await runService(
  { service: intakeService, module: IntakeModule, problems: INTAKE_PROBLEMS },
  readConfig,
);
