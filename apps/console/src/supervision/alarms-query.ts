import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import type { Alarms } from '../api/types.ts';

/** Of both services, the newest first. A service that does not answer fails the page: nothing is left out in silence. */
export const alarmsQuery = queryOptions({
  queryKey: ['alarms'],
  async queryFn({ signal }) {
    const parts = await Promise.all(
      ['directory', 'intake'].map((service) => read<Alarms>(`/${service}/alarms`, signal)),
    );
    return parts.flatMap(({ items }) => items).sort((a, b) => b.at.localeCompare(a.at));
  },
});
