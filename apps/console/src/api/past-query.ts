import { queryOptions } from '@tanstack/react-query';
import { read } from './call.ts';
import type { History } from './types.ts';

/** As it was recorded by then: that does not change once the moment is past and all have told. @param asOf ISO instant */
export const pastQuery = (number: string, asOf: string) =>
  queryOptions({
    queryKey: ['matter', number, 'history', asOf],
    queryFn: ({ signal }) =>
      read<History>(`/matters/${number}/history?asOf=${encodeURIComponent(asOf)}`, signal),
    staleTime: ({ state: { data, dataUpdatedAt } }) =>
      data?.pending.length === 0 && Date.parse(asOf) < dataUpdatedAt ? Infinity : 0,
  });
