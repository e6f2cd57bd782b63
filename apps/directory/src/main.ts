import { runService } from '@minh-bach/assembly';
import { DirectoryModule, directoryService } from '@minh-bach/directory';
import { readConfig } from './config.ts';
import { recordPeople } from './people.ts';

await runService(
  {
    service: directoryService,
    module: DirectoryModule,
    prepare: recordPeople,
  },
  readConfig,
);
