import { DEADLINE_SERVICES } from '@minh-bach/contracts/browser';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Notice, NoticeUnits, Page } from '../api/types.ts';

type Cursors = Readonly<Record<string, string>>;

/** No session, or no network, is no answer at all: it says nothing of notices. */
function refuseUnanswered(error: unknown): void {
  if (error instanceof Problem && (error.status === 401 || error.status === 0)) throw error;
}

/** A service that refuses has nothing for this person; another one is named as missing. */
const isMissing = (error: unknown): boolean =>
  !(error instanceof Problem) || (error.status !== 403 && error.status !== 404);

const FROM_THE_FIRST: Cursors = Object.fromEntries(DEADLINE_SERVICES.map((name) => [name, '']));

/** A page of each service that has more; those that did not answer are named. */
export const noticesQuery = (view: 'open' | 'done', unit: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['notices', view, unit],
    queryFn: async ({ signal, pageParam }) => {
      const asked = `view=${view}&limit=25${unit === undefined ? '' : `&unit=${unit}`}`;
      const answers = await Promise.all(
        Object.entries(pageParam).map(async ([service, cursor]) => {
          try {
            const page = await read<Page<Notice>>(`/${service}/notices?${asked}${cursor}`, signal);
            return { service, ...page, pending: [] as string[] };
          } catch (error) {
            refuseUnanswered(error);
            return {
              service,
              items: [],
              nextCursor: null,
              pending: isMissing(error) ? [service] : [],
            };
          }
        }),
      );
      return {
        items: answers.flatMap(({ items }) => items),
        pending: answers.flatMap(({ pending }) => pending),
        next: Object.fromEntries(
          answers.flatMap(({ service, nextCursor }) =>
            nextCursor === null ? [] : [[service, `&cursor=${encodeURIComponent(nextCursor)}`]],
          ),
        ) as Cursors,
      };
    },
    initialPageParam: FROM_THE_FIRST,
    getNextPageParam: ({ next }) => (Object.keys(next).length > 0 ? next : null),
    refetchInterval: 60_000,
  });

/** What is late in a unit, of all services. */
export interface LateUnit {
  readonly unit: NoticeUnits['units'][number]['unit'];
  readonly law: number;
  readonly internal: number;
  readonly oldest: NoticeUnits['units'][number]['oldest'];
}

/** By unit, the one that is late the longest first; the law's limits before our own targets. */
export const noticeUnitsQuery = queryOptions({
  queryKey: ['notices', 'units'],
  queryFn: async ({ signal }) => {
    const answers = await Promise.all(
      DEADLINE_SERVICES.map((service) =>
        read<NoticeUnits>(`/${service}/notices/units`, signal).then(
          ({ units }) => units,
          (error: unknown) => {
            refuseUnanswered(error);
            return [];
          },
        ),
      ),
    );
    return lateUnits(answers.flat());
  },
  refetchInterval: 60_000,
});

export function lateUnits(rows: NoticeUnits['units']): LateUnit[] {
  const units = new Map<string, LateUnit & { readonly isLegal: boolean }>();
  for (const { unit, legal, count, oldest } of rows) {
    const id = unit?.id ?? '';
    const known = units.get(id) ?? { unit, law: 0, internal: 0, oldest, isLegal: legal };
    const isWorse = legal === known.isLegal ? oldest.due < known.oldest.due : legal;
    units.set(id, {
      ...known,
      ...(isWorse ? { oldest, isLegal: legal } : {}),
      ...(legal ? { law: known.law + count } : { internal: known.internal + count }),
    });
  }
  return [...units.values()].sort(
    (a, b) => Number(b.isLegal) - Number(a.isLegal) || a.oldest.due.localeCompare(b.oldest.due),
  );
}

/** As many as the page shows as still late. */
export const countOf = (units: readonly LateUnit[]): number =>
  units.reduce((n, { law, internal }) => n + law + internal, 0);
