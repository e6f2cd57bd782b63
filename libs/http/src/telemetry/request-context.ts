import { AsyncLocalStorage } from 'node:async_hooks';
import type { Trace } from './traceparent.ts';

/** What every line of log within a request carries. Nothing about persons or addresses. */
export interface RequestScope {
  readonly requestId: string;
  /** Pattern such as `/triage/petitions/:number`, never the URL. */
  readonly route: string;
  trace: Trace;
}

const storage = new AsyncLocalStorage<RequestScope>();

export const requestContext = (): RequestScope | undefined => storage.getStore();

export const inRequest = <T>(scope: RequestScope, run: () => T): T => storage.run(scope, run);
