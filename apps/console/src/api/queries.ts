import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { takeEarly } from '../session/early.ts';
import { accepted, ask, positionIn, read } from './call.ts';
import type {
  History,
  Matter,
  Me,
  Page,
  People,
  Service,
  UnitPosts,
  Units,
  ViewCounts,
} from './types.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const early = await takeEarly();
    return early ? ((await (await accepted(early)).json()) as Me) : read<Me>('/me', signal);
  },
  staleTime: 60_000,
});

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => read<Units>('/directory/units', signal),
  staleTime: 10 * 60_000,
});

export const peopleQuery = (unit: string, role: string) =>
  queryOptions({
    queryKey: ['people', unit, role],
    queryFn: ({ signal }) => read<People>(`/directory/units/${unit}/people?role=${role}`, signal),
    staleTime: 60_000,
  });

/** @param asOf ISO date */
export const unitPostsQuery = (unit: string, asOf: string) =>
  queryOptions({
    queryKey: ['posts', unit, asOf],
    queryFn: ({ signal }) =>
      read<UnitPosts>(`/directory/units/${encodeURIComponent(unit)}/posts?asOf=${asOf}`, signal),
    staleTime: 60_000,
  });

export const REFRESH_MS = 30_000;
const SETTLING_MS = 1_500;

/** While other services take in what was just decided, the page asks more often. */
export const settling = { until: 0 };
export const expectChanges = (): void => void (settling.until = Date.now() + 12_000);

export const matterQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => read<Matter>(`/matters/${number}`, signal),
    refetchInterval: ({ state }) =>
      Date.now() < settling.until || (state.data?.pending.length ?? 0) > 0
        ? SETTLING_MS
        : REFRESH_MS,
  });

export const historyQuery = (number: string) =>
  queryOptions({
    queryKey: ['matter', number, 'history'],
    queryFn: ({ signal }) => read<History>(`/matters/${number}/history`, signal),
    refetchInterval: () => (Date.now() < settling.until ? SETTLING_MS : REFRESH_MS),
  });

/** Read your own write: for lists, which do not take it as a header. */
export const after = (service: Service): string => {
  const position = positionIn(service);
  return position === undefined ? '' : `&after=${encodeURIComponent(position)}`;
};

/** @param words to look for: they travel in a body, since an address is kept in many places */
export const worklistQuery = <Row>(service: Service, query: string, words: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['worklist', service, query, words],
    queryFn: ({ signal, pageParam }) =>
      words === undefined
        ? read<Page<Row>>(
            `/${service}/worklist?${query}&limit=25${pageParam}${after(service)}`,
            signal,
          )
        : lookFor<Page<Row>>(service, `${query}${pageParam}${after(service)}`, words, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) =>
      nextCursor === null ? null : `&cursor=${encodeURIComponent(nextCursor)}`,
    refetchInterval: REFRESH_MS,
  });

async function lookFor<T>(
  service: Service,
  query: string,
  q: string,
  signal: AbortSignal,
): Promise<T> {
  const body = { ...Object.fromEntries(new URLSearchParams(query)), q, limit: 25 };
  const response = await ask(`/${service}/worklist`, { method: 'POST', body, signal });
  return (await response.json()) as T;
}

/** How much each view of a list holds. */
export const viewCountsQuery = (service: Service) =>
  queryOptions({
    queryKey: ['worklist', service, 'counts'],
    queryFn: ({ signal }) => read<ViewCounts>(`/${service}/worklist/counts`, signal),
    refetchInterval: 60_000,
  });

export const countQuery = (service: Service, view: string) =>
  queryOptions({
    queryKey: ['worklist', service, view, 'count'],
    queryFn: ({ signal }): Promise<Pick<Page<unknown>, 'total' | 'moreThanTotal'>> =>
      read(`/${service}/worklist?view=${view}&limit=1${after(service)}`, signal),
    refetchInterval: 60_000,
  });
