import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';

/** A list of one week for the heads above, page by page. */
export const weeklyQuery = <Page extends { readonly nextCursor: string | null }>(
  service: 'intake' | 'triage',
  list: string,
  week: string,
) =>
  infiniteQueryOptions({
    queryKey: [list, week],
    queryFn: ({ signal, pageParam }) =>
      read<Page>(`/${service}/${list}?limit=50&week=${week}${pageParam}${after(service)}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) =>
      nextCursor === null ? null : `&cursor=${encodeURIComponent(nextCursor)}`,
  });
