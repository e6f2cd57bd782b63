import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, randomBytes } from 'node:crypto';

/** Drawn at each start, kept nowhere: what is stored leads back to no address. */
const key = randomBytes(32);
const storage = new AsyncLocalStorage<string>();

/** Whom a request to the provider counts for; for counting, not for knowing. @param source of `sourceOf` */
export const callerOf = (source: string): string =>
  createHmac('sha256', key).update(source).digest('base64url').slice(0, 22);

export const asCaller = <T>(caller: string, run: () => T): T => storage.run(caller, run);

export const currentCaller = (): string | undefined => storage.getStore();
