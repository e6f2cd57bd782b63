import { runService } from '@minh-bach/assembly';
import {
  DIRECTORY_PROBLEMS,
  DirectoryModule,
  directoryService,
  recordDemo,
} from '@minh-bach/directory';
import { readConfig } from './config.ts';

await runService(
  {
    service: directoryService,
    module: DirectoryModule,
    problems: DIRECTORY_PROBLEMS,
    prepare: async (app, config) => {
      if (config.MB_DEMO === '1') await recordDemo(app, config.MB_OIDC_ISSUER);
    },
  },
  readConfig,
);
