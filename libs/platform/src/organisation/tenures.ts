import type { PostEntry } from '@minh-bach/contracts';
import type { TenureRow } from './organisation.entities.ts';

const DAY_MS = 86_400_000;
const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

/**
 * The tenures of one post after an entry, oldest first; on each day there is at most one. What the
 * entry says holds from its first day on, for the days before what was said of them before: who is
 * replaced keeps the days he held. An entry that says of the running tenure nothing new but its
 * dates corrects these.
 *
 * @param tenures of the entry's post, oldest first
 */
export function tenuresAfter(tenures: readonly TenureRow[], entry: PostEntry): TenureRow[] {
  const next = tenureOf(entry);
  const earlier = tenures.flatMap((tenure): TenureRow[] => {
    if (tenure.from >= next.from) return [];
    if (tenure.to !== null && tenure.to < next.from) return [tenure];
    return sameButDates(tenure, next) ? [] : [{ ...tenure, to: dayBefore(next.from) }];
  });
  return [...earlier, next];
}

const tenureOf = ({ id, unit, title, roles, leads, person, from, to }: PostEntry): TenureRow => ({
  post: id,
  unit,
  titleVi: title.vi,
  titleEn: title.en,
  roles: [...new Set(roles)],
  leads: leads === true,
  person,
  from,
  to,
});

const sameButDates = (one: TenureRow, other: TenureRow): boolean =>
  one.person === other.person &&
  one.unit === other.unit &&
  one.titleVi === other.titleVi &&
  one.titleEn === other.titleEn &&
  one.leads === other.leads &&
  [...one.roles].sort().join() === [...other.roles].sort().join();
