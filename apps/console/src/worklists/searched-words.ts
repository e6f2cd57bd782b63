import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { ListPath, ListSearch } from './list-search.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Words that a list is searched for. They may name a person, so they never stand in the address. */
    words?: string;
  }
}

/** What the list of this page is searched for; it lives as long as its place in the browser's history. */
export function useWords(to: ListPath) {
  const words = useRouterState({ select: ({ location }) => location.state.words });
  const navigate = useNavigate();
  const go = (search: ListSearch, said = words): void =>
    void navigate({ to, search, state: said === undefined ? {} : { words: said } });
  return {
    words,
    /** For links that stay with the same words. */
    state: words === undefined ? {} : { words },
    /** The list narrowed otherwise. */
    go,
    look: (typed: string, search: ListSearch): void =>
      void navigate({ to, search, state: typed.trim() === '' ? {} : { words: typed.trim() } }),
    clear: (search: ListSearch): void => void navigate({ to, search, state: {} }),
  };
}
