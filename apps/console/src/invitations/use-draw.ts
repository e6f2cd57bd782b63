import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invitationsQuery } from './invitations-query.ts';

/** Draws one half of an invitation; it is shown until the next one is drawn or the page is left. */
export function useDraw<Half>(draw: (person: string) => Promise<Half>) {
  const queries = useQueryClient();
  const [drawn, setDrawn] = useState<{ readonly half: Half; readonly name: string }>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const ask = async ({ id, name }: { readonly id: string; readonly name: string }) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    setDrawn(undefined);
    try {
      setDrawn({ half: await draw(id), name });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    }
  };
  return { drawn, problem, busy, ask };
}
