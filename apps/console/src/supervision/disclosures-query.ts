import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';
import type { Disclosures } from '../api/types.ts';

/** @param week ISO 8601, the present one when left out */
export const disclosuresQuery = (week: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['disclosures', week],
    queryFn: ({ signal, pageParam }) =>
      read<Disclosures>(
        `/intake/disclosures?limit=50${week === undefined ? '' : `&week=${week}`}${pageParam}${after('intake')}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) =>
      nextCursor === null ? null : `&cursor=${encodeURIComponent(nextCursor)}`,
  });
