import { runService } from '@minh-bach/assembly';
import { InvestigationModule, investigationService } from '@minh-bach/investigation';
import { readConfig } from './config.ts';

await runService({ service: investigationService, module: InvestigationModule }, readConfig);
