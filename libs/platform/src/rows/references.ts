import type { Organisation } from '../organisation/organisation.ts';

type UnitRef = { id: string; name: { vi: string; en: string } };

/** Units by id with their names, for answers; one query for all. */
export async function unitRefs(organisation: Organisation): Promise<(id: string) => UnitRef> {
  const names = new Map((await organisation.units()).map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? { vi: id, en: id } });
}

/** People by id with their names, for answers; one query for all. */
export async function personRefs(
  organisation: Organisation,
  people: readonly (string | null)[],
): Promise<(id: string) => { id: string; name: string }> {
  const names = await organisation.names(people.filter((id) => id !== null));
  return (id) => ({ id, name: names.get(id) ?? id });
}
