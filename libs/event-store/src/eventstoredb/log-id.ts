import { randomUUID } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';
import { isEngineError, type EngineEvent, type EventStoreDbEngine } from './engine.ts';

/** No name of the product's, since it has no dot. */
export const LOG_ID_STREAM = 'minh-bach';
const TYPE = 'LogIdentified';

/** The server's own streams, and the one with the log's id, are nobody's events. */
export const isOurs = ({ stream }: Pick<EngineEvent, 'stream'>): boolean =>
  !stream.startsWith('$') && stream !== LOG_ID_STREAM;

/**
 * The server keeps no id of a log, so the first process draws one and stores it there. Two logs thus
 * never have the same id, and each refuses positions of the other.
 *
 * @param wanted `log`: the one that it must be; `mustBeThere`: none is begun
 * @throws DomainError `FOREIGN_LOG` {log, expected}; nothing is written then
 */
export async function logIdOf(
  engine: EventStoreDbEngine,
  wanted: { log?: string; mustBeThere?: boolean } = {},
): Promise<string> {
  const log = await found(engine);
  const { log: expected = log, mustBeThere = false } = wanted;
  if (log !== expected || (log === undefined && mustBeThere))
    throw new DomainError('FOREIGN_LOG', { log: log ?? 'none', expected: expected ?? 'any' });
  if (log !== undefined) return log;
  const data = Buffer.from(JSON.stringify({ log: randomUUID() }));
  const event = { id: randomUUID(), type: TYPE, data, metadata: Buffer.from('{}') };
  await engine.append(LOG_ID_STREAM, [event], 'no_stream').catch((error: unknown) => {
    if (!isEngineError(error, 'wrong-expected-version')) throw error;
  });
  const left = await found(engine);
  if (left === undefined) throw new DomainError('STREAM_TRUNCATED', { stream: LOG_ID_STREAM });
  return left;
}

async function found(engine: EventStoreDbEngine): Promise<string | undefined> {
  try {
    const [event] = await engine.readStream(LOG_ID_STREAM, { maxCount: 1 });
    if (!event) return undefined;
    if (event.revision !== 0n) throw new DomainError('STREAM_TRUNCATED', { stream: LOG_ID_STREAM });
    return (JSON.parse(Buffer.from(event.data).toString()) as { log: string }).log;
  } catch (error) {
    if (isEngineError(error, 'stream-not-found')) return undefined;
    throw error;
  }
}
