import type { z } from 'zod';
import type { callApi } from './api.ts';
import { problemOf } from './problem.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * All rows of a list that is read in pages.
 *
 * @param path with its query string
 * @returns `undefined` where a page is refused: the problem is on stderr
 */
export async function readPages<Item>(
  call: typeof callApi,
  path: string,
  schema: z.ZodType<Page<Item>>,
): Promise<Item[] | undefined> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await call(path + cursor);
    if (!response.ok) {
      console.error(await problemOf(response));
      return undefined;
    }
    const page = schema.parse(await response.json());
    items.push(...page.items);
    cursor = page.nextCursor && `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  return items;
}
