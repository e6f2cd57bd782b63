import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';
import { toSignIn } from '../session/sign-in.ts';

const final = (error: Error): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500;

/** A session that is over shows nothing more of what it had fetched. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (error instanceof Problem && error.status === 401 && query.queryKey[0] !== 'me') {
        queryClient.clear();
        toSignIn();
      }
    },
  }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => !final(error) && failures < 2,
      staleTime: 5_000,
      gcTime: 60_000,
    },
    mutations: { retry: false },
  },
});
