import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import pg from 'pg';
import { openBenchVault, STREAM_LENGTH } from './appends.event.ts';
import type { Side } from './appends.side.ts';

/**
 * emmett-postgresql with a connection a writer and the same content as JSON, which it keeps as
 * JSONB; sealed and enveloped once before, so it is spared what ours does for each event.
 */
export async function emmettOn(connectionString: string): Promise<Side> {
  const pool = new pg.Pool({ connectionString, max: 32 });
  // Its connections may still be closing when the server stops.
  pool.on('error', () => {});
  const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
  await store.schema.migrate();
  const { sealedEvent } = await openBenchVault([]);
  const { type, data, metadata } = await sealedEvent('D26-10000000-0');
  const event = {
    type,
    data: JSON.parse(Buffer.from(data).toString()) as Record<string, unknown>,
    metadata: JSON.parse(Buffer.from(metadata).toString()) as Record<string, unknown>,
  };
  let streams = 0;

  return {
    name: 'emmett',
    async appendUntil(writer, over) {
      let appended = 0;
      while (!over()) {
        const stream = `bench.petition-${writer}-${streams++}`;
        let version: bigint | typeof STREAM_DOES_NOT_EXIST = STREAM_DOES_NOT_EXIST;
        for (let i = 0; i < STREAM_LENGTH && !over(); i += 1) {
          const expected = { expectedStreamVersion: version };
          const answer: { nextExpectedStreamVersion: bigint } = await store.appendToStream(
            stream,
            [event],
            expected,
          );
          version = answer.nextExpectedStreamVersion;
          appended += 1;
        }
      }
      return appended;
    },
    async close() {
      await store.close();
      if (!pool.ended) await pool.end();
    },
  };
}
