import { dutiesInConflict, type DirectoryEntryV1, type Role } from '@minh-bach/contracts';
import { tenuresAfter, type TenureRow } from '@minh-bach/platform';

/** All that decides who has a duty on a day. */
export interface Administration {
  /** Of all posts of everybody who has the duty, or ever had it. */
  readonly tenures: readonly TenureRow[];
  readonly units: ReadonlyMap<string, { readonly from: string; readonly to: string | null }>;
  /** Since when people serve no more. */
  readonly inactive: ReadonlyMap<string, string>;
}

export function after(
  { tenures, units, inactive }: Administration,
  entry: DirectoryEntryV1,
  today: string,
): Administration {
  switch (entry.kind) {
    case 'unit':
      return { tenures, inactive, units: new Map([...units, [entry.id, entry]]) };
    case 'person': {
      const others = [...inactive].filter(([person]) => person !== entry.id);
      const left: [string, string][] = entry.active ? [] : [[entry.id, today]];
      return { tenures, units, inactive: new Map([...others, ...left]) };
    }
    case 'post': {
      const own = tenures.filter(({ post }) => post === entry.id);
      const others = tenures.filter(({ post }) => post !== entry.id);
      return { units, inactive, tenures: [...others, ...tenuresAfter(own, entry)] };
    }
    case 'deputy':
      return { tenures, units, inactive };
  }
}

export interface Duty {
  readonly role: Role;
  /** Only in posts that lead their units. */
  readonly leads?: boolean;
  /** In any of them; absent: of all units together. */
  readonly units?: readonly string[];
}

/** People with the duty on a day. As everywhere, duties that exclude each other give no right at all. */
export function holdersOn(
  { tenures, units, inactive }: Administration,
  { role, leads = false, units: only }: Duty,
  day: string,
): ReadonlySet<string> {
  const holds = (period: { from: string; to: string | null }) =>
    period.from <= day && (period.to === null || period.to >= day);
  const held = tenures
    .filter((tenure) => holds(tenure) && holds(units.get(tenure.unit) ?? { from: day, to: null }))
    .filter(({ person }) => !((inactive.get(person) ?? '9999-12-31') <= day));
  const mayAct = (who: string) =>
    !dutiesInConflict(held.filter(({ person }) => person === who).flatMap(({ roles }) => roles));
  const acting = held
    .filter(({ unit }) => only === undefined || only.includes(unit))
    .filter((tenure) => tenure.roles.includes(role) && (tenure.leads || !leads))
    .filter(({ person }) => mayAct(person));
  return new Set(acting.map(({ person }) => person));
}

/** The administrators of a day. */
export const administratorsOn = (of: Administration, day: string): ReadonlySet<string> =>
  holdersOn(of, { role: 'administrator' }, day);

/** Two administrators remain on every day from today on, as far as there were two without the change. */
export function keepsTwo(before: Administration, entry: DirectoryEntryV1, today: string): boolean {
  const then = after(before, entry, today);
  return daysOfChange([before, then], today).every(
    (day) => administratorsOn(then, day).size >= Math.min(2, administratorsOn(before, day).size),
  );
}

/** Today, and each later day on which somebody begins or has ended. */
export function daysOfChange(all: readonly Administration[], today: string): readonly string[] {
  const periods = all.flatMap(({ tenures, units }) => [...tenures, ...units.values()]);
  const days = periods.flatMap(({ from, to }) => [from, ...(to === null ? [] : [dayAfter(to)])]);
  return [today, ...new Set(days.filter((day) => day > today))];
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
