import { ALARMING_SERVICES } from '@minh-bach/contracts/browser';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import type { Alarms } from '../api/types.ts';

type Cursors = Readonly<Record<string, string>>;

const FROM_THE_NEWEST: Cursors = Object.fromEntries(ALARMING_SERVICES.map((name) => [name, '']));

/** A page of each service that has more. One that does not answer fails the page: nothing is left out in silence. */
export const alarmsQuery = infiniteQueryOptions({
  queryKey: ['alarms'],
  async queryFn({ signal, pageParam }) {
    const parts = await Promise.all(
      Object.entries(pageParam).map(async ([service, cursor]) => ({
        service,
        ...(await read<Alarms>(`/${service}/alarms?limit=50${cursor}`, signal)),
      })),
    );
    const next = parts.flatMap(({ service, nextCursor }) =>
      nextCursor === null ? [] : [[service, `&cursor=${encodeURIComponent(nextCursor)}`] as const],
    );
    return {
      items: parts.flatMap(({ items }) => items),
      next: Object.fromEntries(next) as Cursors,
    };
  },
  initialPageParam: FROM_THE_NEWEST,
  getNextPageParam: ({ next }) => (Object.keys(next).length > 0 ? next : null),
});
