import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, read } from '../api/call.ts';
import { REFRESH_MS } from '../api/queries.ts';
import type { PeopleList, Proposals } from '../api/types.ts';

export interface PeopleSought {
  readonly unit?: string | undefined;
  readonly q?: string | undefined;
}

/** Words travel in a body: an address is kept in many places. */
export const peopleListQuery = ({ unit, q }: PeopleSought) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'people', unit, q],
    queryFn: async ({ signal, pageParam }) => {
      const body = { unit, q, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      const response = await ask('/directory/people', { method: 'POST', body, signal });
      return (await response.json()) as PeopleList;
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What waits for a second administrator is shown whole: it is bounded. */
export const waitingQuery = queryOptions({
  queryKey: ['proposals', 'open'],
  queryFn: ({ signal }) => read<Proposals>('/directory/proposals?view=open&limit=50', signal),
  refetchInterval: REFRESH_MS,
});
