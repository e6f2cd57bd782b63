import { runService } from '@minh-bach/assembly';
import { ResponseModule, RESPONSE_PROBLEMS, responseService } from '@minh-bach/response';
import { readConfig } from './config.ts';

await runService(
  { service: responseService, module: ResponseModule, problems: RESPONSE_PROBLEMS },
  readConfig,
);
