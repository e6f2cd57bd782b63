import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReadModels } from '../service/read-models.ts';

/** For specs: the queries to read models that one look makes, sorted. What runs in the background asks, too. */
export async function queriesOf(
  { rights, lists }: ReadModels,
  look: () => Promise<unknown>,
): Promise<string[]> {
  const queries: string[] = [];
  const ours = new AsyncLocalStorage<true>();
  const loggers = [...new Set([rights.dataSource.logger, lists.dataSource.logger])];
  const before = loggers.map((logger) => logger.logQuery);
  for (const logger of loggers)
    logger.logQuery = (sql) => void (ours.getStore() && queries.push(sql));
  try {
    await ours.run(true, look);
  } finally {
    loggers.forEach((logger, i) => (logger.logQuery = before[i]!));
  }
  return queries.sort();
}
