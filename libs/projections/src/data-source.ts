import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from './options.ts';

/**
 * Tables are found by the connection's `search_path`, so a swap by renaming schemas reaches every
 * reader at its next statement. The own schema comes first: it gets what is created. Rows may lag a crash (`synchronous_commit`): their checkpoint lags
 * with them, and the events are applied again. The timeout frees the checkpoint's row from a
 * process that stands still within a batch.
 */
const connectionOptions = (...schemas: string[]): string =>
  [
    `search_path=${schemas.join(',')}`,
    'synchronous_commit=off',
    'idle_in_transaction_session_timeout=60000',
    'timezone=UTC',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');

/**
 * TypeORM listens a moment after it was given a connection: one that is lost in that moment would end
 * the process. The next query on it fails, which is where it is dealt with.
 */
class OutlivedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** No reader and no batch takes as long. */
const SILENT_MS = 60_000;

export const dataSourceFor = (
  { url, entities, poolSize, schema: live, behind }: Settings,
  schema = live,
): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    poolSize: schema === live ? poolSize : 2,
    applicationName: `projections ${schema}`,
    extra: {
      // A rebuild finds nothing but its own rows, and fails where a projection reads others.
      options: connectionOptions(schema, ...(behind && schema === live ? [behind.schema] : [])),
      keepAlive: true,
      // Readers share questions: a connection that fell silent would hold up all of them.
      ...(schema === live && { query_timeout: SILENT_MS }),
      Client: OutlivedClient,
    },
  });
