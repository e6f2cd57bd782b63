import type { Problems } from '@minh-bach/contracts';
import type { Clock } from '@minh-bach/kernel';
import type { TokenOptions } from '../auth/access-token.ts';
import type { Mode } from '../configuration/mode.ts';
import type { LoggerOptions } from '../telemetry/logger.ts';
import type { MetricsOptions } from '../telemetry/metrics.ts';

export interface HttpAppConfig {
  /** In logs and metrics, e.g. `intake`. */
  readonly name: string;
  readonly mode: Mode;
  /** The secret under which command ids are derived; at least 32 bytes, the same in all instances. */
  readonly commandSecret: Uint8Array;
  readonly tokens: TokenOptions;
  /** The parts of the catalogue of the packages that are in the app. */
  readonly problems?: readonly Problems[];
  /** @default the machine's; one that can be set when the mode is `test` */
  readonly clock?: Clock;
  /** Invented people are known to this app; production refuses them. @default false */
  readonly demoPeople?: boolean;
  readonly log?: Omit<LoggerOptions, 'service'>;
  /** Serves `/metrics` on a port of its own; none when left out. */
  readonly metrics?: MetricsOptions;
  /**
   * Paths that plugins serve outside Nest, without its guard: exact, or a start followed by `*`. The
   * plugin answers for who may use them. @default none
   */
  readonly foreignRoutes?: readonly string[];
  /** ms for a request to arrive, and to be answered: an upload takes its time. @default 120,000 both */
  readonly timeout?: number;
  /** Close in order on SIGTERM and SIGINT. @default true; false where a process holds several apps */
  readonly shutdownHooks?: boolean;
}
