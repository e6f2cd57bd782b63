import { demoEntries, demoPeople } from '@minh-bach/directory';
import { borderPost, type Post } from '../complaint.ts';
import { Person } from '../person.ts';

/** People of the demo, signed in, by id. */
export async function signedIn(
  url: string,
  ids: readonly string[] = demoPeople.map(({ id }) => id),
): Promise<Map<string, Person>> {
  const signedInAs = async (id: string) => [id, await Person.signIn(url, id)] as const;
  return new Map(await Promise.all(ids.map(signedInAs)));
}

export type Staff = Omit<Post, 'url'>;
export const staffOf = borderPost;

/** Units above one, nearest first. */
export function unitsAbove(unit: string): string[] {
  const entry = demoEntries('', String).find(({ id }) => id === unit);
  if (entry?.kind !== 'unit' || entry.parent === null) return [];
  return [entry.parent, ...unitsAbove(entry.parent)];
}

/** Asks until it is so: services hear of each other's doings a moment later. */
export async function until(met: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 20_000;
  while (!(await met())) {
    if (Date.now() > last) throw new Error('it never comes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
