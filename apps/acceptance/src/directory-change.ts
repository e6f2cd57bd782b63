import type { Person } from './person.ts';

/** What gives a right takes two administrators: one proposes it, the other confirms. */
export async function recordByTwo(first: Person, second: Person, entry: object): Promise<void> {
  const { proposal } = await first.does<{ proposal: string | null }>('/directory/entries', entry);
  if (proposal !== null) await second.does(`/directory/proposals/${proposal}/confirmation`, {});
}
