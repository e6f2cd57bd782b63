import { SERVICES, SERVICE_NAMES } from '@minh-bach/contracts/browser';
import { queryOptions } from '@tanstack/react-query';
import { after } from '../api/queries.ts';
import { read } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { SecondPerson } from '../api/types.ts';

const ASKED = SERVICE_NAMES.filter((name) => SERVICES[name].matters);

/** A service that did not answer is named; no session, or no network, is no answer at all. */
async function ask(name: (typeof ASKED)[number], signal: AbortSignal) {
  try {
    const path = `/${name}/second-person${after(name).replace('&', '?')}`;
    return { ...(await read<SecondPerson>(path, signal)), pending: [] as string[] };
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 401 || error.status === 0) throw error;
    return { items: [], more: false, pending: error.status === 403 ? [] : [name] };
  }
}

/** What others proposed that this person may confirm, of all services, the oldest first. */
export const secondPersonQuery = queryOptions({
  queryKey: ['worklist', 'second-person'],
  queryFn: async ({ signal }) => {
    const answers = await Promise.all(ASKED.map((name) => ask(name, signal)));
    return {
      items: answers.flatMap(({ items }) => items).sort((a, b) => a.since.localeCompare(b.since)),
      more: answers.some(({ more }) => more),
      pending: answers.flatMap(({ pending }) => pending),
    };
  },
  // Each matter that waits is judged anew: a page that stays open asks less often than other lists.
  refetchInterval: 5 * 60_000,
  staleTime: 60_000,
});
