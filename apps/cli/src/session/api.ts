import * as oidc from 'openid-client';
import { locked } from './lock.ts';
import { discover, tokensOf } from './provider.ts';
import { loadSession, saveSession } from './store.ts';
import type { StoredSession } from './store.ts';

const MARGIN_MS = 20_000;
const TIMEOUT_MS = 60_000;

/** Nobody has signed in on this machine, or no longer. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

export interface ApiRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * A request to the gateway as whoever signed in with `mb login`.
 *
 * @param path below the gateway, e.g. `/api/me`
 * @throws NotSignedIn
 */
export async function callApi(path: string, request: ApiRequest = {}): Promise<Response> {
  const session = await freshSession();
  const response = await fetch(session.url + path, {
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${session.accessToken}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401) throw new NotSignedIn();
  return response;
}

async function freshSession(): Promise<StoredSession> {
  const session = await loadSession();
  if (!session) throw new NotSignedIn();
  if (isFresh(session)) return session;
  return locked(async () => {
    const current = (await loadSession()) ?? session;
    if (isFresh(current)) return current;
    if (current.refreshToken === undefined) throw new NotSignedIn();
    const renewed = await renew(current, current.refreshToken);
    await saveSession(renewed);
    return renewed;
  });
}

async function renew(session: StoredSession, refreshToken: string): Promise<StoredSession> {
  const configuration = await discover(session.issuer, session.clientId);
  try {
    return { ...session, ...tokensOf(await oidc.refreshTokenGrant(configuration, refreshToken)) };
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) throw new NotSignedIn();
    throw error;
  }
}

const isFresh = ({ expiresAt }: StoredSession): boolean => expiresAt - Date.now() > MARGIN_MS;
