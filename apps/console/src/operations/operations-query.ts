import { SERVICE_NAMES } from '@minh-bach/contracts/browser';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import { noAnswer, Problem } from '../api/problem.ts';
import { REFRESH_MS } from '../api/queries.ts';
import type { Operations, Service } from '../api/types.ts';

export interface Report {
  readonly service: Service;
  /** Nothing when the service does not answer. */
  readonly status?: Operations;
}

/** What each service says of itself. */
export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: async ({ signal }) => {
    let unheard = 0;
    const reports = await Promise.all(
      SERVICE_NAMES.map(async (service): Promise<Report> => {
        try {
          return { service, status: await read<Operations>(`/${service}/operations`, signal) };
        } catch (error) {
          if (error instanceof Problem && final(error)) throw error;
          if (error instanceof Problem && error.status === 0) unheard += 1;
          return { service };
        }
      }),
    );
    // Not the services are away, but the way to them: nothing is known.
    if (unheard === SERVICE_NAMES.length) throw new Problem(noAnswer);
    return reports;
  },
  refetchInterval: REFRESH_MS,
});

/** Asking again would be refused again: who asks may not, or no longer. */
const final = ({ status }: Problem): boolean => status >= 400 && status < 500;
