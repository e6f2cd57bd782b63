import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { actAs } from '../api/call.ts';
import type { HeldPost, Me, Role } from '../api/types.ts';

export interface Session {
  readonly me: Me;
  /** The post worn now. */
  readonly post: HeldPost | undefined;
  readonly wear: (post: string) => void;
  readonly has: (...roles: Role[]) => boolean;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  const [worn, setWorn] = useState<string>();
  const session = useMemo<Session>(() => {
    const post = me.posts.find(({ post: id }) => id === worn) ?? me.posts[0];
    actAs(me.posts.length > 1 ? post?.post : undefined);
    return {
      me,
      post,
      wear: setWorn,
      has: (...roles) => roles.some((role) => post?.roles.includes(role)),
    };
  }, [me, worn]);
  const queries = useQueryClient();
  useEffect(() => {
    if (worn === undefined) return;
    // Another post reaches other matters: no row of the former one stays, even where its service is slow to answer.
    void queries.resetQueries({ queryKey: ['worklist'] });
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'worklist' });
  }, [worn, queries]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('used outside of the signed-in part');
  return session;
}
