import type { Position } from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';
import type { DataSource } from 'typeorm';
import { readCheckpoint } from './checkpoint.ts';
import { CheckpointWatch } from './checkpoint-watch.ts';
import { compareWithRebuild, type TableDifference } from './compare.ts';
import { Freshness } from './freshness.ts';
import type { Leader } from './leader.ts';
import { Memo, type Rows } from './memo.ts';
import { settingsOf, type ReadModelOptions, type Settings, type Source } from './options.ts';
import { prepareSchema } from './prepare-schema.ts';
import { compareVersions, versionsOf } from './projection.ts';
import { rebuild, type RebuildOptions } from './rebuild.ts';
import { RowsTogether } from './rows-together.ts';
import { Runner } from './runner.ts';
import { seenRevision } from './seen-sources.ts';
import type { ReadModelStatus } from './status.ts';

/** How long a query waits for what it must see, unless told otherwise. */
const PATIENCE_MS = 5000;
/** How long a list waits for rows that are as new as the log. */
const FRESH_WITHIN_MS = 2000;

/** Makes the schema and its tables, and connects. Nothing is applied before `start`. */
export async function createReadModel(options: ReadModelOptions): Promise<ReadModel> {
  const settings = settingsOf(options);
  return new ReadModel(settings, await prepareSchema(settings));
}

/** Tables that are made from events, with one checkpoint: they move on or stand still together. */
export class ReadModel implements Leader {
  /** Single rows, for those who ask at each request. */
  readonly row: RowsTogether;
  readonly #memos = new Set<Memo>();
  readonly #watch: CheckpointWatch;
  readonly #runner: Runner;
  readonly #freshness: Freshness;
  #wasCurrent = false;
  #wasBuilt = false;

  constructor(
    private readonly settings: Settings,
    /** For queries; read only, since whatever else is written is lost with the next rebuild. */
    readonly dataSource: DataSource,
  ) {
    this.row = new RowsTogether(dataSource);
    this.#watch = new CheckpointWatch(dataSource, (streams) => {
      for (const memo of this.#memos) memo.changedBy(streams);
    });
    this.#runner = new Runner(dataSource, settings, this.#watch);
    this.#freshness = new Freshness(() => this.fresh(), settings.mayLagMs);
  }

  get schema(): string {
    return this.settings.schema;
  }

  /**
   * Rows whose answers are kept until an event of these streams changes them. Kept as long as the read
   * model itself. Where another process runs it, no answer is older than a second.
   */
  memo(prefixes: readonly string[]): Rows {
    const memo = new Memo(this.dataSource, prefixes, () => this.#watch.leads);
    this.#memos.add(memo);
    return memo;
  }

  /** Follows the log in the background, or stands by for the process that does. */
  start(): void {
    this.#runner.start();
  }

  /** Lets the batch in progress commit and gives the lease away; rows can still be read. */
  async stop(): Promise<void> {
    await this.#runner.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    this.settings.unreadable.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /**
   * Read your own write: resolves when the rows hold everything up to the position that an append
   * answered, in whichever process the runner is.
   *
   * @throws DomainError `PROJECTION_LATE` {position}; `READ_MODEL_STOPPED` where waiting is in vain
   */
  async waitFor(position: Position, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    if (await this.#watch.passes(position, this.#runner.state.error ? 0 : timeoutMs)) return;
    this.settings.behind?.check();
    this.check();
    throw new DomainError('PROJECTION_LATE', { position });
  }

  /**
   * For lists: old rows are never shown as if they were new. Resolves when the rows are those of this
   * code, and hold all that the log held when this was asked.
   *
   * @throws DomainError `READ_MODEL_STOPPED` at once where they stand still; else `PROJECTION_LATE`
   */
  async fresh({ timeoutMs = FRESH_WITHIN_MS } = {}): Promise<void> {
    this.settings.behind?.check();
    this.check();
    this.#wasCurrent ||= await this.isCurrent();
    if (!this.#wasCurrent) throw new DomainError('PROJECTION_LATE');
    await this.waitFor(await this.settings.store.head(), { timeoutMs });
  }

  /**
   * For rights: rows that stand still, in whichever process, give nobody a right that has ended. They may
   * lag behind the log by some seconds. Asked at each request, it costs next to nothing.
   *
   * @throws DomainError `READ_MODEL_STOPPED`, `PROJECTION_LATE`
   */
  async recent(): Promise<void> {
    await this.#freshness.check();
  }

  /**
   * The same across services: until the rows hold this service's answer to that message.
   *
   * @throws DomainError `SOURCE_PENDING` {stream, revision, seen}: `seen` is the last one, or null
   */
  async waitForSource(source: Source, { timeoutMs = PATIENCE_MS } = {}): Promise<void> {
    const { stream, revision } = source;
    let seen: number | undefined;
    const answered = await this.#watch.until(async () => {
      seen = await seenRevision(this.dataSource, stream);
      return seen !== undefined && seen >= revision;
    }, timeoutMs);
    if (!answered)
      throw new DomainError('SOURCE_PENDING', { stream, revision, seen: seen ?? null });
  }

  async position(): Promise<Position | undefined> {
    return (await readCheckpoint(this.dataSource)).position;
  }

  async hasCommitted(position: Position, signal: AbortSignal): Promise<void> {
    await this.#watch.commits(position, signal);
  }

  /** Whether the rows are those that this code makes, in the tables that it knows. */
  async isCurrent(): Promise<boolean> {
    const { versions } = await readCheckpoint(this.dataSource);
    return compareVersions(versionsOf(this.settings.projections), versions) === 'same';
  }

  /** Whether any code, perhaps an older one, has made these rows from the beginning of the log. */
  async wasBuilt(): Promise<boolean> {
    if (this.#wasBuilt) return true;
    const { versions } = await readCheckpoint(this.dataSource);
    this.#wasBuilt = Object.keys(versions).length > 0;
    return this.#wasBuilt;
  }

  /**
   * Until rows of older code are replaced, by whichever process; at once where there are none, and
   * where the runner of this process stands still: `check` says why.
   */
  async renewed(): Promise<void> {
    const isOver = async () => this.status().state === 'failed' || (await this.isCurrent());
    await this.#watch.until(isOver, Infinity);
  }

  /** Beside the live rows, then in their place. A runner that had failed gets another chance. */
  async rebuild(options: RebuildOptions = {}): Promise<void> {
    await rebuild(this.dataSource, this.settings, options);
    if (this.#runner.state.state === 'failed') this.#runner.start();
  }

  /** What a rebuild would change in the live rows: nothing, or there is a mistake. */
  async compareWithRebuild(): Promise<readonly TableDifference[]> {
    return compareWithRebuild(this.dataSource, this.settings);
  }

  status(): ReadModelStatus {
    return { ...this.#runner.state, checkpoint: this.#watch.known };
  }

  /**
   * For health and readiness.
   *
   * @throws DomainError `READ_MODEL_STOPPED` {schema, code, act, …}: see `Failure`
   */
  check(): void {
    const { error } = this.#runner.state;
    if (!error) return;
    const { code, act, details } = error;
    throw new DomainError('READ_MODEL_STOPPED', { schema: this.schema, code, act, ...details });
  }
}
