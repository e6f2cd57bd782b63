import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, NO_STREAM, binaryEvent } from '@eventstore/db-client';
import { openBenchVault } from './appends.event.ts';

/** One event in ten is of the category that is caught up. New in each run: nobody else has written to it. */
export const CATEGORY = `esdbcategory-${randomUUID()}.`;
const OTHERS = 'esdbothers.';
const TOGETHER = 100;
const WRITERS = 8;

/**
 * Adds `events` events, the category's among those of others.
 *
 * @returns how many are of the category
 */
export async function fillLog(
  url: string,
  events: number,
  say: (line: string) => void,
): Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  const { sealedEvent } = await openBenchVault([]);
  const { type, data, metadata } = await sealedEvent('D26-10000000-0');
  const appends = Math.ceil(events / TOGETHER);
  const begun = performance.now();
  let [next, ofCategory] = [0, 0];
  const write = async () => {
    for (let n = next++; n < appends; n = next++) {
      const isOfCategory = n % 10 === 0;
      if (isOfCategory) ofCategory += TOGETHER;
      const stream = `${isOfCategory ? CATEGORY : OTHERS}${randomUUID()}`;
      const many = Array.from({ length: TOGETHER }, () =>
        binaryEvent({ id: randomUUID(), type, data, metadata }),
      );
      await client.appendToStream(stream, many, { expectedRevision: NO_STREAM });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await client.dispose();
  say(`${appends * TOGETHER} events added in ${Math.round((performance.now() - begun) / 1000)} s`);
  return ofCategory;
}
