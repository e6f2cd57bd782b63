export { failure } from './failure.ts';
export { OrphanSweep } from './orphan-sweep.ts';
export { releaseFiles } from './release-files.ts';
export { uploadFileController, type UploadsOf } from './upload-file.controller.ts';
export { UploadMetrics } from './upload-metrics.ts';
