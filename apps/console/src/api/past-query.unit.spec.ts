import { QueryClient } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { pastQuery } from './past-query.ts';

const EARLIER = '2026-11-20T16:59:59.999Z';
const LATER = '2999-11-20T16:59:59.999Z';

it.each([
  ['for good, when the moment is past and all services have told', EARLIER, [], false],
  ['only for now, while a service has not answered', EARLIER, ['triage'], true],
  ['only for now, while the day is not over', LATER, [], true],
])('what a matter was is known %s', (_, asOf, pending, stale) => {
  const client = new QueryClient();
  const { queryKey, staleTime = 0 } = pastQuery('D26-00000001-0', asOf);
  client.setQueryData(queryKey, { entries: [], pending, withheld: [] });
  const query = client.getQueryCache().find({ queryKey });
  const time = typeof staleTime === 'function' ? staleTime(query as never) : staleTime;
  expect(query?.isStaleByTime(time)).toBe(stale);
});
