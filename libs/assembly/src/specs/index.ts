// For specs only: apps as processes of their own, and what they stand on.
export { freePort } from './free-port.ts';
export { hearTheDirectory, sameAsDirectory } from './hear-the-directory.ts';
export { Part, type PartOptions } from './part.ts';
export { ServiceStage } from './service-stage.ts';
export { surroundings } from './config.ts';
export { until } from './until.ts';
