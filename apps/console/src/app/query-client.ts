import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';
import { hasUnsaved } from '../leave/guard.ts';
import { signedInAgain } from '../session/renewal.ts';
import { toSignIn } from '../session/sign-in.ts';

const final = (error: Error): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500;

/** A session that is over shows nothing more of what it had fetched, and loses nothing that was typed. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (!(error instanceof Problem && error.status === 401)) return;
      if (hasUnsaved()) return void signedInAgain();
      if (query.queryKey[0] === 'me') return;
      queryClient.clear();
      toSignIn();
    },
  }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => !final(error) && failures < 2,
      staleTime: 5_000,
      gcTime: 60_000,
      // However short it was away: until then the pages say that they may be old.
      refetchOnReconnect: 'always',
    },
    mutations: { retry: false },
  },
});
