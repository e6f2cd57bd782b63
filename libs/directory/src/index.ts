export { demoEntries, demoPeople, demoUnits, type DemoPerson } from './demo/demo-organisation.ts';
export { DEMO_PASSWORD, demoAccounts, recordDemo } from './demo/record-demo.ts';
export { directory } from './directory.module.ts';
export { directoryService } from './directory.service.ts';
export {
  ADMINISTRATORS_NEEDED,
  administratorsOf,
  recordFirstAdministrator,
  type FirstAdministrator,
} from './first-administrator/first-administrator.ts';
export { directoryOf, recordEntries } from './record-entry/record-entries.ts';
