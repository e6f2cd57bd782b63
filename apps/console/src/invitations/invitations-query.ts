import { queryOptions } from '@tanstack/react-query';
import { ask, read } from '../api/call.ts';
import { REFRESH_MS } from '../api/queries.ts';
import type { InvitationCode, InvitationLink, Invitations } from '../api/types.ts';

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => read<Invitations>('/accounts/invitations', signal),
  refetchInterval: REFRESH_MS,
});

/** Not repeated by itself: each drawing ends the one before. @throws Problem */
const draw = async <Half>(path: string, person: string): Promise<Half> =>
  (await (await ask(path, { method: 'POST', body: { person } })).json()) as Half;

export const drawLink = (person: string) => draw<InvitationLink>('/accounts/invitations', person);
export const drawCode = (person: string) =>
  draw<InvitationCode>('/accounts/invitation-codes', person);
