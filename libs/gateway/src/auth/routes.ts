import { messagePage, SIGN_IN_PATH, type SignIn } from '@minh-bach/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteCookie } from '../http/cookies.ts';
import { LIMITS } from '../http/limits.ts';
import { PAGE_CSP } from '../web/policy.ts';
import type { ProviderOptions } from '../options.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { LoginStates } from './login-state.ts';
import type { RelyingParty } from './relying-party.ts';
import { safeTarget } from './safe-target.ts';
import type { Sessions } from './sessions.ts';

export interface AuthRoutes {
  readonly publicOrigin: string;
  readonly provider: ProviderOptions;
  readonly signIn?: SignIn;
  readonly party: RelyingParty;
  readonly sessions: Sessions;
  readonly states: LoginStates;
  readonly cookie: SiteCookie;
  readonly doorkeeper: Doorkeeper;
}

/** Signing in and out: no token ever reaches the browser, only a session's cookie. */
export function authRoutes(app: FastifyInstance, it: AuthRoutes): void {
  app.addHook(
    'onRequest',
    async (_request, reply) => void reply.header('cache-control', 'no-store'),
  );

  app.get<{ Querystring: { to?: unknown; lang?: unknown } }>(
    '/auth/login',
    { config: LIMITS.auth },
    async (request, reply) => {
      const to = safeTarget(request.query.to, it.publicOrigin);
      if (await it.doorkeeper.session(request)) return reply.redirect(to, 303);
      const { lang } = request.query;
      const { url, ...started } = await it.party.start(
        lang === 'en' || lang === 'vi' ? lang : undefined,
      );
      it.states.keep(reply, { ...started, to });
      return reply.redirect(url.href, 303);
    },
  );

  app.get('/auth/callback', { config: LIMITS.auth }, async (request, reply) => {
    const state = it.states.take(request, reply);
    if (!state) return failed(reply);
    const query = new URL(request.raw.url ?? '', it.publicOrigin).search;
    const signedIn = await it.party.finish(query, state).catch((error: unknown) => {
      request.log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'sign-in refused',
      );
    });
    if (!signedIn) return failed(reply);
    // Whatever session this browser had before is over.
    const before = await it.doorkeeper.session(request);
    if (before) await it.sessions.end(before.idHash);
    it.cookie.set(reply, await it.sessions.begin(signedIn));
    return reply.redirect(state.to, 303);
  });

  const onRequest = async (request: FastifyRequest) => refuseCrossSite(request, it.publicOrigin);
  app.post('/auth/logout', { onRequest }, async (request, reply) => {
    const session = await it.doorkeeper.session(request);
    it.cookie.clear(reply);
    void reply.header('clear-site-data', '"cache", "storage"');
    if (!session) return { next: '/' };

    await it.sessions.end(session.idHash);
    const { refreshToken, idToken } = session.tokens;
    // The session is over whatever the provider says now; its tokens end by themselves in time.
    const next = await Promise.all([
      refreshToken === undefined ? undefined : it.party.revoke(refreshToken),
      it.signIn?.endSessions(session.subject),
      idToken === undefined ? undefined : it.party.endSessionUrl(idToken, it.publicOrigin),
    ]).catch((error: unknown) => {
      request.log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'provider not told of sign-out',
      );
    });
    return { next: next?.[2]?.href ?? '/' };
  });

  /** What `mb login` has to know before it can ask the provider for a code. */
  app.get('/auth/device-client', async () => ({
    issuer: it.provider.issuer,
    clientId: it.provider.deviceClientId,
  }));
}

const failed = (reply: FastifyReply): FastifyReply =>
  reply
    .code(400)
    .header('content-security-policy', PAGE_CSP)
    .type('text/html; charset=utf-8')
    .send(messagePage({ language: 'vi', base: SIGN_IN_PATH, kind: 'failed' }));
