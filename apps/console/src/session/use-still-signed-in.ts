import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/call.ts';

const EACH_MS = 60_000;

/** So that a session that is over is noticed on a page, too, that asks for nothing by itself. */
export const useStillSignedIn = (): void =>
  void useQuery({
    queryKey: ['still-signed-in'],
    queryFn: async ({ signal }) => (await ask('/me', { signal })).ok,
    initialData: true,
    staleTime: EACH_MS,
    refetchInterval: EACH_MS,
  });
