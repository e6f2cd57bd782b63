import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** A list of one week for the heads above, page by page. */
export const weeklyQuery = <Row>(service: 'intake' | 'triage', list: string, week: string) =>
  infiniteQueryOptions({
    queryKey: [list, week],
    queryFn: ({ signal, pageParam }) =>
      read<Page<Row>>(
        `/${service}/${list}?limit=50&week=${week}${pageParam}${after(service)}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) =>
      nextCursor === null ? null : `&cursor=${encodeURIComponent(nextCursor)}`,
  });
