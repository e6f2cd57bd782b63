import type { MessageId } from '../i18n/catalogue.ts';

export type ListPath = '/phan-loai' | '/vu-viec' | '/tra-loi';

/** What the address of a list says: what is shown, narrowed to what, in which order. Never a word of a matter. */
export interface ListSearch {
  readonly view?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly holder?: string;
  readonly due?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
}

const SHAPES: Readonly<Record<keyof ListSearch, RegExp>> = {
  view: /^[a-z-]{1,20}$/,
  unit: /^[A-Z0-9][A-Z0-9-]{0,39}$/,
  kind: /^[a-z_]{1,20}$/,
  state: /^[a-z_]{1,20}$/,
  holder: /^[a-z0-9][a-z0-9._-]{0,63}$/,
  due: /^(overdue|soon)$/,
  from: /^[12]\d{3}-\d{2}-\d{2}$/,
  to: /^[12]\d{3}-\d{2}-\d{2}$/,
  sort: /^-?(due|on|number)$/,
};

/** What has another shape is left out, as if it were not there. */
export const listSearch = (search: Record<string, unknown>): ListSearch =>
  Object.fromEntries(
    Object.entries(SHAPES).flatMap(([name, shape]) => {
      const value = search[name];
      return typeof value === 'string' && shape.test(value) ? [[name, value]] : [];
    }),
  );

export const FILTERS = ['unit', 'kind', 'state', 'holder', 'due', 'from', 'to'] as const;
export type FilterName = (typeof FILTERS)[number];

export const isFiltered = (search: ListSearch): boolean =>
  FILTERS.some((name) => search[name] !== undefined);

/** The same without a filter. */
export const unfiltered = ({ view, sort }: ListSearch): ListSearch => ({
  ...(view === undefined ? {} : { view }),
  ...(sort === undefined ? {} : { sort }),
});

/** As a service is asked; with `view`, which is always said. */
export const queryOf = (search: ListSearch, view: string): string =>
  new URLSearchParams({ ...search, view } as Record<string, string>).toString();

export type SortBy = 'due' | 'on' | 'number';

/** What a heading does: sorts by it, or the other way round. The address is without what is usual. */
export function sortedBy(search: ListSearch, by: SortBy): ListSearch {
  const { sort = 'due', ...rest } = search;
  const next = sort === by ? `-${by}` : by;
  return next === 'due' ? rest : { ...rest, sort: next };
}

export const sortOf = (
  { sort = 'due' }: ListSearch,
  by: SortBy,
): 'ascending' | 'descending' | undefined => {
  if (sort === by) return 'ascending';
  return sort === `-${by}` ? 'descending' : undefined;
};

export const ORDER_WORDS: Readonly<Record<string, MessageId>> = {
  due: 'list.byDue',
  '-due': 'list.byDueLast',
  on: 'list.byDay',
  '-on': 'list.byDayLast',
  number: 'list.byNumber',
  '-number': 'list.byNumberLast',
};
