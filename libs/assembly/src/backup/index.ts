export { loadBackupKey } from './backup-key.ts';
export { exportDestroyed, exportKeys, type ExportedTables } from './export-keys.ts';
export { importKeys, type ImportedKeys, type ImportKeysOptions } from './import-keys.ts';
export {
  beginImport,
  endImport,
  refuseUnfinishedImport,
  type ImportRun,
} from './unfinished-import.ts';
