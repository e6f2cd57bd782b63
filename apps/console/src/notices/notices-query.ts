import { DEADLINE_SERVICES } from '@minh-bach/contracts/browser';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Notice, Page } from '../api/types.ts';

type Cursors = Readonly<Record<string, string>>;

/** No session, or no network, is no answer at all: it says nothing of notices. */
function refuseUnanswered(error: unknown): void {
  if (error instanceof Problem && (error.status === 401 || error.status === 0)) throw error;
}

const FROM_THE_NEWEST: Cursors = Object.fromEntries(DEADLINE_SERVICES.map((name) => [name, '']));

/** A page of each service that has more; those that did not answer are named. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: async ({ signal, pageParam }) => {
    const answers = await Promise.all(
      Object.entries(pageParam).map(async ([service, cursor]) => {
        try {
          const page = await read<Page<Notice>>(`/${service}/notices?limit=25${cursor}`, signal);
          return { service, ...page, pending: [] as string[] };
        } catch (error) {
          refuseUnanswered(error);
          const mine =
            !(error instanceof Problem) || (error.status !== 403 && error.status !== 404);
          return { service, items: [], nextCursor: null, pending: mine ? [service] : [] };
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
  initialPageParam: FROM_THE_NEWEST,
  getNextPageParam: ({ next }) => (Object.keys(next).length > 0 ? next : null),
  refetchInterval: 60_000,
});

/** How many there are, by the services that answer. */
export const noticesCountQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: async ({ signal }) => {
    const totals = await Promise.all(
      DEADLINE_SERVICES.map((service) =>
        read<Page<Notice>>(`/${service}/notices?limit=1`, signal).then(
          ({ total }) => total ?? 0,
          (error: unknown) => {
            refuseUnanswered(error);
            return 0;
          },
        ),
      ),
    );
    return totals.reduce((sum, total) => sum + total, 0);
  },
  refetchInterval: 60_000,
});
