export { JsonLogger, type LoggerOptions } from './logger.ts';
export { Metrics, type MetricsOptions } from './metrics.ts';
export { requestContext } from './request-context.ts';
export { safeError } from './safe-error.ts';
export { newTrace, type Trace } from './traceparent.ts';
