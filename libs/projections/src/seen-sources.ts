import type { RecordedEvent } from '@minh-bach/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReadModelOptions, Source } from './options.ts';

/** How far this read model has come in the streams of other services that it answers. */
export async function createSeenSources(to: DataSource): Promise<void> {
  await to.query(
    'CREATE TABLE IF NOT EXISTS seen_sources (stream text PRIMARY KEY, revision bigint NOT NULL)',
  );
}

export async function noteSources(
  manager: EntityManager,
  batch: readonly RecordedEvent[],
  sourceOf: NonNullable<ReadModelOptions['sourceOf']>,
): Promise<void> {
  const latest = new Map<string, number>();
  for (const source of batch.map(sourceOf)) {
    if (source)
      latest.set(source.stream, Math.max(source.revision, latest.get(source.stream) ?? 0));
  }
  if (latest.size === 0) return;
  await manager.query(
    `INSERT INTO seen_sources AS seen (stream, revision)
     SELECT * FROM unnest($1::text[], $2::bigint[])
     ON CONFLICT (stream) DO UPDATE SET revision = greatest(seen.revision, excluded.revision)`,
    [[...latest.keys()], [...latest.values()]],
  );
}

/** The last revision seen of the stream, if any. */
export async function seenRevision(
  from: DataSource,
  stream: Source['stream'],
): Promise<number | undefined> {
  const [row] = await from.query<{ revision: string }[]>(
    'SELECT revision FROM seen_sources WHERE stream = $1',
    [stream],
  );
  return row && Number(row.revision);
}
