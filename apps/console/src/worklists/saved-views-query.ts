import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { read } from '../api/call.ts';
import type { ListView, Service } from '../api/types.ts';
import { useSession } from '../session/session.tsx';
import { listSearch, type ListPath, type ListSearch } from './list-search.ts';
import { useWords } from './searched-words.ts';

export const SAVED_VIEWS = 'views';

/** The own views of a list, in the post that is worn. */
export function useSavedViews(service: Service) {
  const { post } = useSession();
  return useQuery({
    queryKey: [SAVED_VIEWS, post?.post],
    queryFn: ({ signal }) => read<{ items: ListView[] }>('/views', signal),
    select: ({ items }) => items.filter(({ list }) => list === service),
    staleTime: 60_000,
    // A list does not wait long for it: it is shown as it usually begins.
    retry: false,
  });
}

/** What its link says; what has another shape than an address is left out there as well. */
export const searchOf = ({ query }: ListView): ListSearch => listSearch(query);

export const isSame = (one: ListSearch, other: ListSearch): boolean => {
  const said = ({ sort = 'due', ...rest }: ListSearch) =>
    JSON.stringify(Object.entries({ ...rest, sort }).sort());
  return said(one) === said(other);
};

/**
 * A list whose address says nothing begins with the view that its person chose. Once it has begun, an
 * empty address, as of cleared filters, means the usual list.
 *
 * @returns whether the list may be asked for
 */
export function useStart(
  service: Service,
  to: ListPath,
  search: ListSearch,
  usual: string,
): boolean {
  const navigate = useNavigate();
  const { words } = useWords(to);
  const { data, isLoading } = useSavedViews(service);
  const hasBegun = useRef(false);
  const isBare = Object.keys(search).length === 0 && words === undefined;
  const start = data?.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (isLoading) return;
    if (!isBare || !start) hasBegun.current = true;
    else {
      const next = hasBegun.current ? { view: usual } : { view: usual, ...searchOf(start) };
      void navigate({ to, search: next, replace: true });
    }
  }, [isBare, isLoading, navigate, start, to, usual]);
  return !isBare || (!isLoading && !start);
}
