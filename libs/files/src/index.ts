export * from './attachment.ts';
export { checkFile, fileTypes, type CheckedFile, type FileType } from './check/check-file.ts';
export * from './file-store.ts';
export {
  exportFiles,
  importFiles,
  type CopiedFiles,
  type ExportFilesOptions,
  type ImportFilesOptions,
} from './folder/export-files.ts';
export * from './folder/folder-file-store.ts';
export * from './postgres/upload-table.ts';
export * from './sealed-file.ts';
export * from './upload-table.ts';
export * from './uploads.ts';
export * from './workers/file-workers.ts';
