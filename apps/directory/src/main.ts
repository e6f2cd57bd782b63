import { runService } from '@minh-bach/assembly';
import { DIRECTORY_PROBLEMS, DirectoryModule, directoryService } from '@minh-bach/directory';
import { readConfig } from './config.ts';
import { recordPeople } from './people.ts';

await runService(
  {
    service: directoryService,
    module: DirectoryModule,
    problems: DIRECTORY_PROBLEMS,
    prepare: recordPeople,
  },
  readConfig,
);
