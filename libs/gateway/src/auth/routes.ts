import { messagePage, SIGN_IN_PATH, type SignIn } from '@minh-bach/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteCookie } from '../http/cookies.ts';
import { finishing } from '../http/limits.ts';
import { PAGE_CSP } from '../web/policy.ts';
import type { ProviderOptions } from '../options.ts';
import { pageVisitsOnly, refuseCrossSite } from './cross-site.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { LoginStates } from './login-state.ts';
import { isProviderAway, type RelyingParty } from './relying-party.ts';
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
    // Without a limit: it leaves nothing here, and asks nobody.
    { onRequest: pageVisitsOnly },
    async (request, reply) => {
      const to = safeTarget(request.query.to, it.publicOrigin);
      if (await it.doorkeeper.session(request)) return reply.redirect(to, 303);
      const { lang } = request.query;
      const language = lang === 'en' || lang === 'vi' ? lang : undefined;
      try {
        const { url, ...started } = await it.party.start(language);
        it.states.keep(reply, {
          ...started,
          to,
          ...(language === undefined ? {} : { lang: language }),
        });
        return reply.redirect(url.href, 303);
      } catch (error) {
        if (!isProviderAway(error)) throw error;
        return tell(request, reply, 'unavailable', language);
      }
    },
  );

  const begun = (request: FastifyRequest) => it.states.look(request)?.state;
  const finish = { config: finishing(begun), onRequest: pageVisitsOnly };
  app.get('/auth/callback', finish, async (request, reply) => {
    const state = it.states.take(request, reply);
    if (!state) return tell(request, reply, 'failed');
    const query = new URL(request.raw.url ?? '', it.publicOrigin).search;
    const signedIn = await it.party.finish(query, state).catch((error: unknown) => {
      const away = isProviderAway(error);
      request.log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        away ? 'the sign-in provider is away' : 'sign-in refused',
      );
      return away ? ('unavailable' as const) : ('failed' as const);
    });
    if (typeof signedIn === 'string') return tell(request, reply, signedIn, state.lang);
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

const RETRY_AFTER_S = '5';

/** In both languages: what brought the browser here may not have said which one its reader knows. */
function tell(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: 'failed' | 'unavailable',
  asked?: 'vi' | 'en',
): FastifyReply {
  const english = request.headers['accept-language']?.trim().toLowerCase().startsWith('en');
  const language = asked ?? (english ? 'en' : 'vi');
  if (kind === 'unavailable') void reply.header('retry-after', RETRY_AFTER_S);
  return reply
    .code(kind === 'unavailable' ? 503 : 400)
    .header('content-security-policy', PAGE_CSP)
    .type('text/html; charset=utf-8')
    .send(messagePage({ language, base: SIGN_IN_PATH, kind, inBoth: true }));
}
