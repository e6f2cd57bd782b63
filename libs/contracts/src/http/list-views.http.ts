import { z } from 'zod';
import { MOST_VIEW_NAME } from '../list-bounds.ts';
import { line } from '../text.ts';
import { caseWorklistQuery } from './investigation.http.ts';
import { ofPage } from './list-query.ts';
import { responseWorklistQuery } from './response.http.ts';
import { triageWorklistQuery } from './triage.http.ts';

/** What the address of each list may say; a page of it is no part of that. */
const ADDRESSES = {
  triage: triageWorklistQuery.omit(ofPage),
  investigation: caseWorklistQuery.omit(ofPage),
  response: responseWorklistQuery.omit(ofPage),
} as const;
export type SavedList = keyof typeof ADDRESSES;
export type ListAddress = Readonly<Record<string, string>>;

export const viewName = line(MOST_VIEW_NAME);

/** `POST /api/views`: the list as it is narrowed and sorted now, under a name. */
export const listViewBody = z.strictObject({
  list: z.enum(Object.keys(ADDRESSES) as [SavedList, ...SavedList[]]),
  name: z.string(),
  query: z.record(z.string(), z.string()),
});
/** `POST /api/views/{id}`: another name, or what the list begins with. */
export const listViewChange = z.union([
  z.strictObject({ name: z.string() }),
  z.strictObject({ isDefault: z.boolean() }),
]);

export const listViewSchema = z.strictObject({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  /** What the list still knows of what was saved. */
  query: z.record(z.string(), z.string()),
  /** Names of what it no longer knows: left out of `query`. */
  outdated: z.array(z.string()),
  isDefault: z.boolean(),
});
export type ListView = z.infer<typeof listViewSchema>;
/** `GET /api/views`: those of the post that is worn. */
export const listViewsSchema = z.strictObject({ items: z.array(listViewSchema) });

/** What a list knows of an address, and the names of what it does not. */
export function knownOf(
  list: SavedList,
  address: ListAddress,
): Pick<ListView, 'query' | 'outdated'> {
  const { shape } = ADDRESSES[list];
  const isKnown = ([name, value]: [string, string]): boolean =>
    Object.hasOwn(shape, name) && shape[name as keyof typeof shape].safeParse(value).success;
  const said = Object.entries(address);
  return {
    query: Object.fromEntries(said.filter(isKnown)),
    outdated: said.filter((one) => !isKnown(one)).map(([name]) => name),
  };
}
