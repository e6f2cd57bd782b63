import { runService } from '@minh-bach/assembly';
import { ResponseModule, responseService } from '@minh-bach/response';
import { readConfig } from './config.ts';

await runService({ service: responseService, module: ResponseModule }, readConfig);
