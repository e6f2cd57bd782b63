import { startApart } from './apart.ts';
import { startStandalone } from './standalone.ts';

/** What the product leaves on disk. */
export interface Folders {
  /** `postgres` with its password and log. */
  readonly database: string;
  /** Scans. */
  readonly files: string;
  /** The broker's segments, where there is a broker. */
  readonly broker?: string;
}

/**
 * The product as people meet it, in `MB_MODE=test`, with the demo people; they sign in with their
 * ids and `DEMO_PASSWORD` of the directory.
 */
export interface Product {
  /** Where people look, e.g. `http://localhost:40123`. */
  readonly url: string;
  readonly folders: Folders;
  /** From here on the clocks of all services run on from `now` (ISO, UTC), restarts included. */
  setClock(now: string): Promise<void>;
  /**
   * As in a power cut. Apart: a service, `gateway`, `postgres` or `kafka`; the others go on. Standalone: the
   * one process, whatever part is named.
   */
  kill(part: string): Promise<void>;
  /** With its data, on its port; resolves when it serves. Nothing happens when it runs. */
  start(part: string): Promise<void>;
  /** Stops in order and forgets all data. */
  close(): Promise<void>;
  /** All that all processes have written. */
  logs(): string;
}

export type ProductKind = 'standalone' | 'apart';

/**
 * Serves, and every service knows the demo people, when this resolves. Takes some 10 to 30 s.
 *
 * @param storeUrl standalone: where the log is, when it is not in its PostgreSQL
 */
export const startProduct = (kind: ProductKind, storeUrl?: string): Promise<Product> =>
  kind === 'apart' ? startApart() : startStandalone(storeUrl);
