import pg from 'pg';
import { batchAnswers, batchParameters } from './batch.ts';
import { NotSent } from './failures.ts';
import { connectionConfig } from './options.ts';
import { requireDurable } from './require-durable.ts';
import type { Written } from './batch.ts';
import type { Settings } from './options.ts';
import type { PendingAppend } from './pending-append.ts';

interface Answer {
  readonly head: string;
  readonly lasts: readonly (number | null)[];
}

const append = {
  name: 'log.append',
  text: 'SELECT head, lasts FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};

export interface WrittenBatch {
  /** The last place of the log before it. */
  readonly after: bigint;
  readonly written: readonly Written[];
}

/**
 * The one connection that appends. It is pipelined: a second batch travels and waits its turn
 * while the first commits. Each batch is one statement and one transaction, so one round trip.
 */
export class Writer {
  private connected: Promise<pg.Client> | undefined;
  private client: pg.Client | undefined;

  constructor(
    private readonly settings: Settings,
    /** Told before anything is appended on a new connection. */
    private readonly onConnected: () => void,
  ) {}

  /**
   * Answers once the transaction has ended.
   *
   * @throws NotSent when there is no connection; else whatever the server or the line says
   */
  async write(batch: readonly PendingAppend[]): Promise<WrittenBatch> {
    const client = await this.connection();
    const { rows } = await client.query<Answer>({ ...append, values: batchParameters(batch) });
    const { head, lasts } = rows[0]!;
    return { after: BigInt(head), written: batchAnswers(batch, BigInt(head), lasts) };
  }

  async close(): Promise<void> {
    const client = await this.connected?.catch(() => undefined);
    this.connected = undefined;
    await client?.end();
  }

  private connection(): Promise<pg.Client> {
    this.connected ??= this.connect().catch((cause: unknown) => {
      this.connected = undefined;
      throw new NotSent('no connection to the log', { cause });
    });
    return this.connected;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...connectionConfig(this.settings), pipeline: true });
    const forget = () => {
      if (this.client === client) this.client = this.connected = undefined;
    };
    client.on('error', forget).on('end', forget);
    try {
      await client.connect();
      await requireDurable(client, this.settings);
      // Prepares the statement, once, before two batches at a time might.
      await client.query({ ...append, values: batchParameters([]) });
      this.client = client;
      this.onConnected();
      return client;
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }
}
