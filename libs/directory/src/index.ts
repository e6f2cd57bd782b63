export { demoEntries, demoPeople, type DemoPerson } from './demo/demo-organisation.ts';
export { DirectoryModule } from './directory.module.ts';
export { directoryService } from './directory.service.ts';
export { DIRECTORY_PROBLEMS } from './problems.ts';
export { RecordEntryCommand } from './record-entry/record-entry.handler.ts';
