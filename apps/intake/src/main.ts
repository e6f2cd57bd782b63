import { runService } from '@minh-bach/assembly';
import { IntakeModule, intakeService } from '@minh-bach/intake';
import { readConfig } from './config.ts';

await runService({ service: intakeService, module: IntakeModule }, readConfig);
