import { ALARMING_SERVICES } from '@minh-bach/contracts/browser';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { after } from '../api/queries.ts';
import type { Page, Proposals, RegisteredList, Service } from '../api/types.ts';
import { secondPersonQuery } from '../second-person/second-person-query.ts';
import { countOf, noticeUnitsQuery } from '../notices/notices-query.ts';

export interface HowMany {
  readonly n: number;
  /** There are more than could be counted. */
  readonly more: boolean;
}

/** How much a list holds. */
export const listCount = (service: Service, view: string) =>
  queryOptions({
    queryKey: ['worklist', service, view, 'count', 'start'],
    queryFn: async ({ signal }): Promise<HowMany> => {
      const path = `/${service}/worklist?view=${view}&limit=1${after(service)}`;
      const { total, moreThanTotal } = await read<Page<unknown>>(path, signal);
      return { n: total ?? 0, more: moreThanTotal === true };
    },
    refetchInterval: 60_000,
  });

export const lateBelow = queryOptions({
  queryKey: [...noticeUnitsQuery.queryKey, 'count'],
  queryFn: async (context): Promise<HowMany> => ({
    n: countOf(await (noticeUnitsQuery.queryFn as (given: unknown) => Promise<never>)(context)),
    more: false,
  }),
  refetchInterval: 60_000,
});

/** What others proposed that this person may confirm. */
export const secondPersonCount = queryOptions({
  queryKey: [...secondPersonQuery.queryKey, 'count'],
  queryFn: async (context): Promise<HowMany> => {
    const found = await context.client.fetchQuery(secondPersonQuery);
    return { n: found.items.length, more: found.more };
  },
  refetchInterval: 5 * 60_000,
});

/** Changes of the directory that wait for a second person. */
export const waitingProposals = queryOptions({
  queryKey: ['proposals', 'count'],
  queryFn: async ({ signal }): Promise<HowMany> => {
    const page = await read<Proposals>('/directory/proposals?view=open&limit=50', signal);
    return { n: page.items.length, more: page.nextCursor !== null };
  },
  refetchInterval: 60_000,
});

export const alarmsSeen = queryOptions({
  queryKey: ['alarms', 'count'],
  queryFn: async ({ signal }): Promise<HowMany> => {
    const pages = await Promise.all(
      ALARMING_SERVICES.map((name) => read<Page<unknown>>(`/${name}/alarms?limit=50`, signal)),
    );
    return {
      n: pages.reduce((n, { items }) => n + items.length, 0),
      more: pages.some(({ nextCursor }) => nextCursor !== null),
    };
  },
  refetchInterval: 60_000,
});

/** What this person registered today. */
export const registeredToday = queryOptions({
  queryKey: ['registered'],
  queryFn: ({ signal }) =>
    read<RegisteredList>(`/intake/registered?limit=50${after('intake')}`, signal),
});
