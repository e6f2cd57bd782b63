import type { EventStore } from '@minh-bach/event-store';
import type { EventRegistry, RecordedEvent } from '@minh-bach/kernel';
import { BurstLog, DomainError } from '@minh-bach/kernel';
import type { DataSourceOptions } from 'typeorm';
import type { Leader } from './leader.ts';
import type { Projection } from './projection.ts';

export interface ReadModelOptions {
  /** `postgresql://user:password@host:port/database` */
  readonly url: string;
  /** The PostgreSQL schema that holds all its tables, e.g. `triage`. */
  readonly schema: string;
  /**
   * Another read model of the same database, whose tables queries may join; projections may not read it.
   * This one is never ahead of it: a statement that sees what an event did here sees what it did there.
   */
  readonly behind?: Leader;
  /**
   * The one definition of the tables: columns, defaults, and indexes by name. Without a `schema` of their
   * own: the same classes serve the live schema and the next one. A column that is added is null in live
   * rows until they are rebuilt, unless it has a default; any other change makes other tables from the
   * next rebuild on: until `renewed`, read nothing. Either asks for a new version of the projection.
   */
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly projections: readonly Projection[];
  /** Connections for queries and the runner; the lease has one more. @default 5 */
  readonly poolSize?: number;
  /** Of the streams to follow. @default `${schema}.` */
  readonly prefix?: string;
  /** Events a transaction, or as many as weigh 8 MB. @default 2000 */
  readonly batchSize?: number;
  /** How old rows may be for `recent`. @default 10000 */
  readonly mayLagMs?: number;
  /** The message of another service that an event answers; makes `waitForSource` work. */
  readonly sourceOf?: (event: RecordedEvent) => Source | undefined;
  /** Fits pino. @default silent */
  readonly log?: ProjectionLog;
}

/** A place in a stream of another service. */
export interface Source {
  readonly stream: string;
  readonly revision: number;
}

export interface ProjectionLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One account can append what nobody can read as fast as the disk takes it. */
const UNREADABLE_BURST_MS = 60_000;

const silent: ProjectionLog = { info: () => undefined, error: () => undefined };

export type Settings = Required<Omit<ReadModelOptions, 'sourceOf' | 'behind'>> &
  Pick<ReadModelOptions, 'sourceOf' | 'behind'> & {
    /** Notes what other services appended and nobody can read. */
    readonly unreadable: BurstLog;
  };

/** All streams that a read model follows: the service's own, and those that projections ask for. */
export const prefixesOf = ({ prefix, projections }: Settings): string[] => [
  ...new Set([prefix, ...projections.flatMap(({ follows = [] }) => follows)]),
];

export function settingsOf(options: ReadModelOptions): Settings {
  const { schema, behind } = options;
  // They go into SQL and into a connection option as they are; `_next` and `_check` must still fit.
  for (const name of [schema, behind?.schema ?? schema])
    if (!/^[a-z][a-z0-9_]{0,50}$/.test(name))
      throw new DomainError('BAD_SCHEMA_NAME', { schema: name });
  const names = new Set(options.projections.map(({ name }) => name));
  if (names.size !== options.projections.length) throw new DomainError('PROJECTION_TWICE');
  const { log = silent } = options;
  const error: ProjectionLog['error'] = (fields, message) => log.error(fields, message);
  return {
    unreadable: new BurstLog({ warn: error, error }, UNREADABLE_BURST_MS),
    poolSize: 5,
    prefix: `${schema}.`,
    batchSize: 2_000,
    mayLagMs: 10_000,
    log: silent,
    ...options,
  };
}
